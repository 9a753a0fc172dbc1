import ArgumentParser
import Datasets
import Networks

/// The seed model on synthetic data, in the sizes asked for.
struct BenchModel: ParsableArguments {
    @Option(help: "Time steps of a window.")
    var window = 512
    @Option(help: "Windows a step.")
    var batch = 16
    @Option(help: "Steps that a query of the fine branch sees to each side; without, all.")
    var band: Int?
    @Option(help: "Features a time step.")
    var width = 128
    @Option(help: "Attention heads.")
    var heads = 4
    @Option(help: "Blocks.")
    var depth = 4
    @Option(help: "Probability of dropping an element.")
    var dropout = 0.1

    var shape: SeedModel.Shape {
        SeedModel.Shape(width: width, heads: heads, depth: depth, scale: 4, band: band, dropout: dropout)
    }

    /// As many windows as a batch has.
    func windows() throws -> Windows {
        let request = DatasetRequest(
            source: .synthetic, period: 1, syntheticWindows: [batch, 1, 1], seed: 0, window: window, stride: window)
        let data = try Dataset.load(request).appliances[0]
        return Windows(of: data.train, length: window, stride: window)
    }

    func step(_ windows: Windows, threads: Int) -> TrainingStep<SeedModel> {
        let options = TrainingOptions(
            loss: TrainingOptions.Loss(l1: 1, l2: 0), schedule: .init(.constant, peak: 1e-3), epochs: 1, budget: nil,
            batch: batch,
            clip: 1, seed: 0, threads: threads, onThreshold: 250)
        return TrainingStep(
            network: SeedModel(shape), options: options, normalisation: .kilowatt, windows: windows)
    }
}
