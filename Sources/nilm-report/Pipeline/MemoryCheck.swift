import Configuration
import Datasets
import Kernels
import Networks
import Runs
import Scoring

/// Whether a run's memory is there, asked before it is taken.
struct MemoryCheck {
    private var configuration: RunConfiguration
    private var threads: Int
    private let isTraining: Bool
    /// Of each appliance, its rows for training, validation and test; nil before the data are read. Rows of synthetic data
    /// follow from the settings then, others are not counted.
    private var rows: [(appliance: String, train: Int, validation: Int, test: Int)]?
    private var dataBytes: Int

    /// Before the data are read.
    init(_ configuration: RunConfiguration, threads: Int, isTraining: Bool) {
        self.configuration = configuration
        self.threads = threads
        self.isTraining = isTraining
        dataBytes = 0
    }

    /// With the data.
    init(_ configuration: RunConfiguration, threads: Int, isTraining: Bool, dataset: Dataset) {
        self.init(configuration, threads: threads, isTraining: isTraining)
        rows = dataset.appliances.map { data in
            (data.appliance, data.train.knownRows, data.validation.knownRows, data.test.knownRows)
        }
        dataBytes = dataset.bytes
    }

    func estimate() throws -> MemoryEstimate {
        var (rows, dataBytes) = (rows ?? [], dataBytes)
        if rows.isEmpty {
            let appliances = configuration.appliances.isEmpty ? [""] : configuration.appliances
            let windows = configuration.data == "synthetic" ? configuration.syntheticWindows : []
            let counts = windows.count == 3 ? windows.map { $0 * configuration.window } : [0, 0, 0]
            rows = appliances.map { ($0, counts[0], counts[1], counts[2]) }
            dataBytes = Segment.bytes(rows: counts.reduce(0, +), segments: windows.reduce(0, +))
        }
        let tasks = try rows.map { row in
            let own = configuration.narrowed(to: row.appliance)
            return MemoryEstimate.Task(
                architecture: try Architecture(own), window: own.window, batch: isTraining ? own.batch : nil,
                trainRows: row.train, validationRows: isTraining ? row.validation : 0, testRows: row.test)
        }
        return MemoryEstimate(
            tasks, threads: threads, dataBytes: dataBytes, purpose: .report(mapCells: AttentionSample.mostCells))
    }

    /// Refuses a run that needs more than there is.
    func require() throws {
        let needed = try estimate()
        try Self.require(needed, advice: { try heaviest(of: needed) })
    }

    /// The same of any estimate; `advice` says what to lower.
    static func require(_ needed: MemoryEstimate, advice: () throws -> String) throws {
        guard let free = try FreeMemory.now() else { return }
        // What is held already is a part of what is needed.
        let available = free.bytes.clampedAdding(free.held)
        guard needed.bytes > available else { return }
        throw Failure(
            "this needs about \(needed.text) of memory, and \(Text.bytes(available)) are free "
                + "(\(free.bound.text)): lower \(try advice())", exitCode: .usage)
    }

    /// The setting that the most memory goes with: half of it would save the most.
    private func heaviest(of needed: MemoryEstimate) throws -> String {
        var best: (bytes: Int, words: String)?
        for (option, path) in settings {
            var less = self
            // The width stays a multiple of the heads.
            let unit = path == \.configuration.width ? configuration.heads : 1
            less[keyPath: path] = self[keyPath: path] / 2 / unit * unit
            guard less[keyPath: path] > 0 else { continue }
            let bytes = try less.estimate().bytes
            guard bytes < best?.bytes ?? needed.bytes else { continue }
            best = (bytes, "\(option), which is \(self[keyPath: path]) and weighs most")
        }
        return best?.words ?? "the number of rows, by --from and --to"
    }

    /// What a network was trained with is not to be changed any more.
    private var settings: [(option: String, path: WritableKeyPath<MemoryCheck, Int>)] {
        let threads = ("--threads", \MemoryCheck.threads)
        guard isTraining else { return [threads] }
        return [
            ("--window", \.configuration.window), ("--width", \.configuration.width),
            ("--depth", \.configuration.depth), ("--batch", \.configuration.batch),
            ("--feed-forward", \.configuration.feedForward), threads,
        ]
    }
}

extension MemoryEstimate {
    /// `37.2 GiB`
    var text: String { bytes == .max ? "more than any machine has" : Text.bytes(bytes) }
}
