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
        // What makes the network learn: powers near 1, a warm-up, and fewer features than the notebook's.
        settings.normalisation = .standard
        settings.schedule = .cosine
        settings.depth = 2
        switch self {
        case .seed: break
        case .demo:
            settings.width = 64
            settings.heads = 2
            settings.loss = .mixed
            settings.epochs = 4
            settings.dropout = 0
        case .quick:
            settings.syntheticWindows = [64, 16, 16]
            settings.window = 128
            settings.stride = 128
            settings.width = 32
            settings.loss = .mixed
            settings.epochs = 4
        case .real:
            settings.data = ""
            settings.syntheticWindows = []
            settings.period = 6
            settings.window = 128
            settings.stride = 32
            settings.width = 64
            settings.heads = 2
            settings.dropout = 0
            // The squared error alone finds a kettle at all: with an absolute part the network stays near 0.
            settings.loss = .mse
            settings.epochs = 12
            settings.budget = Seconds(240)
        }
        return settings
    }

    private static let notebook = RunConfiguration(
        preset: .seed, data: "synthetic", appliances: [], trainHouses: [], testHouses: [], from: nil, to: nil,
        split: [60, 20, 20], period: 1, syntheticWindows: [512, 128, 128], window: 512, stride: 512, model: .seed,
        width: 128, heads: 4, depth: 4, scales: [1, 4], dilations: 0, band: nil, dropout: 0.1, normalisation: .none,
        loss: .l1, onWeight: 0, schedule: .constant, epochs: 5, epochWindows: nil, onShare: nil, amplitude: 0,
        budget: nil, batch: 16, learningRate: 1e-3, clip: 1, seed: 0, metricProfile: .standard)
}
