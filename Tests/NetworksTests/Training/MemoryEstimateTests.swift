import Datasets
import Kernels
import Testing

@testable import Networks

@Suite("The estimate of memory")
struct MemoryEstimateTests {
    private static let architectures: [Architecture] = [
        .seed(SeedModel.Shape(width: 12, heads: 3, depth: 3, scale: 4)),
        .nilm(NILMModel.Shape(width: 8, heads: 2, depth: 2, dilations: 3, scales: [1, 4], band: 4)),
        .nilm(NILMModel.Shape(width: 8, heads: 2, depth: 0, dilations: 5)),
    ]

    /// Floats of all buffers in a value, and in what it refers to, each once.
    private func floats(in value: Any) -> Int {
        var seen: Set<ObjectIdentifier> = []
        func count(_ value: Any) -> Int {
            let mirror = Mirror(reflecting: value)
            if mirror.displayStyle == .class, !seen.insert(ObjectIdentifier(value as AnyObject)).inserted { return 0 }
            if let buffer = value as? AlignedBuffer { return buffer.count }
            return mirror.children.reduce(0) { $0 + count($1.value) }
        }
        return count(value)
    }

    @Test("counts a network's activations as they are allocated", arguments: architectures)
    func workspace(architecture: Architecture) {
        func check(_ network: some Network) {
            for (steps, training) in [(1, true), (37, true), (300, true), (300, false)] {
                let made = network.makeWorkspace(steps: steps, training: training)
                #expect(network.workspaceFloats(steps: steps, training: training) == floats(in: made))
            }
        }
        check(architecture.network)
    }

    @Test("counts what a step and a prediction hold as they are allocated", arguments: architectures, [1, 3])
    func holders(architecture: Architecture, threads: Int) throws {
        let window = 40
        func check<N: Network>(_ network: N) {
            let parameters = network.layout.initialValues(seed: 0)
            let predictor = Predictor(
                network: network, parameters: parameters, normalisation: .none, threads: threads)
            let prediction = PredictionBatch(predictor, length: window)
            #expect(
                PredictionBatch.floats(of: network, length: window, threads: threads)
                    == floats(in: prediction) - floats(in: predictor))
            for batch in [1, 2, 20] {
                let gradient = BatchGradient(network: network, steps: window, batch: batch, threads: threads)
                #expect(
                    BatchGradient.floats(of: network, window: window, batch: batch, threads: threads)
                        == floats(in: gradient))
            }
        }
        check(architecture.network)
    }

    private func bytes(
        _ architecture: Architecture, window: Int = 512, batch: Int? = 8, threads: Int = 2, rows: Int = 0,
        tasks: Int = 1, dataBytes: Int = 0, purpose: MemoryEstimate.Purpose = .report(mapCells: 256)
    ) -> Int {
        let task = MemoryEstimate.Task(
            architecture: architecture, window: window, batch: batch, validationRows: rows, testRows: rows)
        return MemoryEstimate(
            Array(repeating: task, count: tasks), threads: threads, dataBytes: dataBytes, purpose: purpose
        ).bytes
    }

    @Test("grows with each of what it depends on", arguments: architectures)
    func grows(architecture: Architecture) {
        let least = bytes(architecture)
        #expect(bytes(architecture, window: 4096) > least)
        #expect(bytes(architecture, batch: 9, threads: 4) > least)
        #expect(bytes(architecture, rows: 1_000_000) > least + 90_000_000)
        #expect(bytes(architecture, rows: 1_000_000, tasks: 3) > bytes(architecture, rows: 1_000_000) + 100_000_000)
        #expect(bytes(architecture, dataBytes: 1 << 30) >= least + 1 << 30)
        // Predicting alone is no more than training, and a table no more than a report.
        #expect(bytes(architecture, batch: nil) <= least)
        #expect(bytes(architecture, batch: nil, purpose: .table) <= bytes(architecture, batch: nil))
    }

    @Test("of sizes that no machine has ends at the largest number", arguments: architectures)
    func overflow(architecture: Architecture) {
        for large in [Int.max, Int.max / 2, 1 << 60] {
            #expect(bytes(architecture, window: large) == .max)
            #expect(bytes(architecture, threads: large) == .max)
            #expect(bytes(architecture, rows: large) == .max)
            #expect(bytes(architecture, rows: large, tasks: 4, dataBytes: large) == .max)
        }
        #expect(bytes(architecture, batch: .max) < 1 << 40)
        #expect(bytes(architecture, window: .max, batch: .max, threads: .max, rows: .max, dataBytes: .max) == .max)
    }

    @Test("of imported predictions goes with their rows")
    func imported() {
        let few = MemoryEstimate(importedRows: 0, dataBytes: 0).bytes
        #expect(MemoryEstimate(importedRows: 1_000_000, dataBytes: 8_000_000).bytes > few + 80_000_000)
        #expect(MemoryEstimate(importedRows: .max, dataBytes: .max).bytes == .max)
    }

    @Test("of the largest network that can be asked for is a number, and more than memory holds")
    func largest() {
        let shape = NILMModel.Shape(
            width: 4096, heads: 256, depth: 256, dilations: 16, scales: [1, 2, 4, 8, 16, 32, 64, 128], feedForward: 16)
        let needed = bytes(.nilm(shape), window: 1_000_000, batch: 65536, threads: 1024)
        #expect(needed > 1 << 45 && needed < .max)
    }
}
