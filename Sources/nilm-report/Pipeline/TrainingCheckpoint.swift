import Foundation
import Networks
import Runs
import Support

/// Keeps where the training of one appliance stands, in a run's checkpoint folder.
struct TrainingCheckpoint {
    /// Seconds between two states within an epoch, unless the user says otherwise.
    static let usualInterval = 120.0

    private let draft: RunDraft
    private let path: String
    private let purpose: String
    private let interval: Double
    private var last = ContinuousClock.now

    /// `number` is the appliance's among the run's, from 1; `data` the sha256 of the run's data; `interval` the seconds
    /// between two states, but for the ends of epochs.
    init(_ draft: RunDraft, number: Int, appliance: String, data: String, interval: Double) {
        self.draft = draft
        path = Self.path(in: draft, number: number)
        purpose = "\(appliance) on data with sha256 \(data)"
        self.interval = interval
    }

    /// Where training stood when the run was interrupted, of a network whose layout has `count` floats; nil at the start.
    func load(count: Int) throws(TrainingStateError) -> TrainingState? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        return try TrainingState(contentsOf: path, count: count, purpose: purpose)
    }

    /// Keeps the state if it is time to, and ends training if the user wants it.
    mutating func pause(_ state: TrainingState, _ pause: TrainingState.Pause) throws {
        let elapsed = (ContinuousClock.now - last) / .seconds(1)
        // Epochs may be as short as a step.
        let isDue = elapsed >= (pause == .epoch ? min(interval, 1) : interval)
        guard isDue || state.course.end != nil || Interruption.isRequested else { return }
        try draft.check()
        try state.write(to: path, purpose: purpose)
        last = .now
        try Interruption.check()
    }

    /// Whether any training of a run was kept: the first appliance is trained first.
    static func exists(in draft: RunDraft) -> Bool {
        FileManager.default.fileExists(atPath: path(in: draft, number: 1))
    }

    private static func path(in draft: RunDraft, number: Int) -> String {
        "\(draft.checkpoint)/training-\(number).safetensors"
    }
}
