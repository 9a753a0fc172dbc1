import Datasets
import Foundation
import Networks
import Scoring

/// A starting point for a run; every setting can be changed after it.
package enum Preset: String, CaseIterable, Sendable {
    /// Synthetic data, small enough to train in a minute and clearly better than predicting zero.
    case demo
    /// A smoke run: seconds, on synthetic data; too short to judge a model by.
    case quick
    /// The notebook that the seed model comes from, as it was written: raw watts, 5 epochs.
    case seed
    /// For measured data.
    case real

    /// The settings that it stands for; `real` has those of data every 6 s.
    package var configuration: RunConfiguration {
        var settings = Preset.notebook
        settings.preset = self
        if self == .seed { return settings }
        settings.model = .nilm
        settings.width = 64
        settings.depth = 1
        settings.dilations = 9
        settings.normalisation = .standard
        settings.loss = .mixed
        settings.onWeight = 0.3
        settings.schedule = .cosine
        settings.learningRate = 2e-3
        switch self {
        case .seed, .demo: break
        case .quick:
            settings.syntheticWindows = [64, 16, 16]
            settings.window = 128
            settings.stride = 128
            settings.width = 32
            settings.dilations = 6
            settings.epochs = 4
        case .real: return Preset.real(window: Preset.window(period: 6))
        }
        return settings
    }

    /// Samples in a window of `real`: the power of two nearest to 3.4 hours, which hold a fridge's cycles and a whole activation of
    /// a washing machine, but no more than 2048, which is training's memory and time, and no fewer than ``leastWindow``.
    static func window(period: Int) -> Int { window(seconds: 12_288, period: period, most: 2048) }

    /// Samples in a window of measured data, of the other presets: as many as they have of synthetic data every second, but
    /// no more than those of ``window(period:)``. The notebook's window is its own, whatever the data.
    func measuredWindow(period: Int) -> Int {
        let own = configuration.window
        return self == .seed ? own : min(own, Self.window(period: period))
    }

    /// The fewest samples in a window: with less there is little to attend to.
    private static let leastWindow = 64

    /// Appliances that are on for minutes, which `real` gives windows of their own: of the same number of samples more
    /// windows hold an activation. Their power is not changed in training either: with little else to tell them by, other
    /// appliances of a power between would be taken for them.
    static let briefAppliances = ["microwave"]

    /// Samples in a window of ``briefAppliances``: the power of two nearest to 51 minutes, 64 to 512.
    static func briefWindow(period: Int) -> Int { window(seconds: 3072, period: period, most: 512) }

    /// Samples of a step of `real`, in two windows at least, for two threads. There are 75 steps in an epoch then; with 19,
    /// of four times the samples, a fridge had an error a third larger after as many epochs.
    private static let stepSamples = 4096

    /// What `real` does otherwise where a house is scored that is not trained on, but for keys that were given: it changes
    /// powers in training, as they differ from house to house, and trains half as long in steps of four times the samples,
    /// as more steps make the validation part, which is of the same houses, better and another house worse.
    static func fitToUnseenHouses(_ settings: inout RunConfiguration, but given: Set<String>) {
        if !given.contains("epochs") { settings.epochs = 15 }
        if !given.contains("batch") { settings.batch *= 4 }
        guard !given.contains("amplitude") else { return }
        settings.amplitude = 0.5
        for name in briefAppliances where settings.appliances.contains(name) { settings.amplitudes.add(0, of: name) }
    }

    private static func window(seconds: Int, period: Int, most: Int) -> Int {
        let steps = Double(seconds) / Double(period)
        return min(max(1 << Int(max(log2(steps).rounded(), 0)), leastWindow), most)
    }

    /// `real` for windows of a length: an epoch has as many samples whatever it is, and the stem's dilations reach
    /// across half of it.
    ///
    /// Its size is in steps, so that no result depends on the clock: at 6 s, 50 epochs are 3,750 steps, about 4 minutes an
    /// appliance on two ordinary cores (docs/performance.md). Provisional, until there is an exam on houses kept aside.
    static func real(window: Int) -> RunConfiguration {
        var settings = Preset.demo.configuration
        settings.preset = .real
        settings.data = ""
        settings.syntheticWindows = []
        settings.window = window
        settings.stride = max(1, window / 8)
        settings.batch = max(stepSamples / window, 2)
        settings.epochWindows = max(1, 307_200 / window)
        settings.dilations = min(max(window.bitWidth - window.leadingZeroBitCount - 2, 1), 12)
        settings.scales = [1, 8]
        settings.band = 16
        settings.feedForward = 1
        settings.epochs = 50
        settings.onShare = 0.5
        settings.mixing = 0.5
        settings.houseLevels = .found
        return settings
    }

    private static let notebook = RunConfiguration(
        preset: .seed, data: "synthetic", appliances: [], trainHouses: [], testHouses: [], from: nil, to: nil,
        split: [60, 20, 20], period: .auto, syntheticWindows: [512, 128, 128], window: 512, stride: 512, model: .seed,
        width: 128, heads: 4, depth: 4, scales: [1, 4], dilations: 0, band: nil, dropout: 0.1, normalisation: .none,
        loss: .l1, onWeight: 0, schedule: .constant, epochs: 5, epochWindows: nil, onShare: nil, amplitude: 0,
        offset: 0, mixing: 0,
        budget: nil, batch: 16, learningRate: 1e-3, clip: 1, seed: 0, metricProfile: .standard)
}
