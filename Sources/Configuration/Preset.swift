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

    /// The settings that it stands for.
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
        case .real:
            settings.data = ""
            settings.syntheticWindows = []
            settings.period = 6
            settings.stride = 64
            settings.epochs = 24
            settings.epochWindows = 600
            settings.onShare = 0.5
            settings.budget = Seconds(240)
        }
        return settings
    }

    private static let notebook = RunConfiguration(
        preset: .seed, data: "synthetic", appliances: [], trainHouses: [], testHouses: [], from: nil, to: nil,
        split: [60, 20, 20], period: 1, syntheticWindows: [512, 128, 128], window: 512, stride: 512, model: .seed,
        width: 128, heads: 4, depth: 4, scales: [1, 4], dilations: 0, band: nil, dropout: 0.1, normalisation: .none,
        loss: .l1, onWeight: 0, schedule: .constant, epochs: 5, epochWindows: nil, onShare: nil, amplitude: 0,
        offset: 0, mixing: 0,
        budget: nil, batch: 16, learningRate: 1e-3, clip: 1, seed: 0, metricProfile: .standard)
}
