import Datasets
import Kernels

/// The memory that a run needs at its peak, estimated before any of it is taken.
///
/// What networks need is counted by the functions that allocate it. Rows are counted by what they were measured to take
/// (docs/performance.md). Every sum ends at Int.max, which is more than any machine has.
package struct MemoryEstimate: Equatable, Sendable {
    /// What is done with one appliance's network.
    package struct Task: Sendable {
        package var architecture: Architecture
        /// Rows in a window.
        package var window: Int
        /// Windows of a training step; nil for a network that is not trained.
        package var batch: Int?
        /// Rows with readings in the appliance's parts; none of those that are not used.
        package var trainRows: Int
        package var validationRows: Int
        package var testRows: Int

        package init(
            architecture: Architecture, window: Int, batch: Int?, trainRows: Int = 0, validationRows: Int = 0,
            testRows: Int = 0
        ) {
            self.architecture = architecture
            self.window = window
            self.batch = batch
            self.trainRows = trainRows
            self.validationRows = validationRows
            self.testRows = testRows
        }
    }

    /// What becomes of the predictions.
    package enum Purpose: Sendable {
        /// Scores and a report, with maps of attention of at most so many cells a side.
        case report(mapCells: Int)
        /// A table, which is written as it is made.
        case table
    }

    package let bytes: Int

    /// The program, its libraries and the drawing of a page of a run without rows.
    private static let program = 56 << 20
    /// Bytes a row of the validation part: a copy without gaps, predictions, states and powers as they are scored.
    private static let validationRow = 30
    /// Bytes a row that is predicted: what the prediction takes; what its scores and data/predictions.csv take besides.
    private static let predictedRow = 6
    private static let scoredRow = 86
    /// Bytes a row of the training part that fitting the baselines takes for a while.
    private static let trainingRow = 15

    /// `threads` compute, one task after the other. `dataBytes` are those of the rows in memory; while they are read it may
    /// be as much again.
    package init(_ tasks: [Task], threads: Int, dataBytes: Int, purpose: Purpose) {
        // Tasks are done one after the other; what they leave adds up.
        var (most, left) = (dataBytes, 0)
        for task in tasks {
            let need = Need(task, threads: threads, purpose: purpose)
            let fitting = task.trainRows.clampedMultiplied(by: Self.trainingRow)
            most = max(most, fitting, need.training, need.evaluation)
            left = left.clampedAdding(need.left)
        }
        bytes = Self.program.clampedAdding(dataBytes).clampedAdding(left).clampedAdding(most)
    }

    /// Of predictions that another program made, `rows` of all appliances together.
    package init(importedRows rows: Int, dataBytes: Int) {
        bytes = Self.program.clampedAdding(dataBytes.clampedMultiplied(by: 2)).clampedAdding(
            rows.clampedMultiplied(by: Self.predictedRow + Self.scoredRow))
    }

    /// Bytes of one task: at the peaks of two stages, and what is there until the run is written.
    private struct Need {
        var training = 0
        var evaluation = 0
        var left = 0

        init(_ task: Task, threads: Int, purpose: Purpose) {
            self.init(task, task.architecture.network, threads: threads, purpose: purpose)
        }

        private init<N: Network>(_ task: Task, _ network: N, threads: Int, purpose: Purpose) {
            let (window, parameters) = (task.window, network.layout.storage.clampedBytes)
            let packed = network.layout.packedStorage.clampedBytes
            let prediction = PredictionBatch.floats(of: network, length: window, threads: threads).clampedBytes
            if let batch = task.batch {
                // Values, two moments and the best epoch's; weights packed; gradients and activations.
                let held = parameters.clampedMultiplied(by: 4).clampedAdding(packed).clampedAdding(
                    BatchGradient.floats(of: network, window: window, batch: batch, threads: threads).clampedBytes)
                // After an epoch: windows are predicted, and the state is written, of four blocks copied twice.
                let measuring = packed.clampedAdding(prediction)
                let writing = parameters.clampedMultiplied(by: 8)
                training = held.clampedAdding(max(measuring, writing)).clampedAdding(
                    task.validationRows.clampedMultiplied(by: MemoryEstimate.validationRow))
            }
            let rows = task.testRows.clampedMultiplied(by: MemoryEstimate.predictedRow)
            evaluation = packed.clampedAdding(prediction).clampedAdding(
                // The stream's rows.
                window.clampedMultiplied(by: 32).clampedMultiplied(by: threads))
            left = parameters.clampedAdding(rows)
            guard case .report(let cells) = purpose else { return }
            let maps = Maps(task.architecture, window: window, cells: cells)
            // One window's activations and some queries' weights beside those of all threads.
            let workspace = network.workspaceFloats(steps: window, training: false).clampedBytes
            evaluation = evaluation.clampedAdding(workspace).clampedAdding(maps.working)
            // The model, its bytes and the maps are written at the end.
            left = left.clampedAdding(parameters).clampedAdding(maps.kept).clampedAdding(
                task.testRows.clampedMultiplied(by: MemoryEstimate.scoredRow))
        }
    }

    /// Bytes of the attention that a report shows.
    private struct Maps {
        var kept = 0
        var working = 0

        init(_ architecture: Architecture, window: Int, cells limit: Int) {
            let (layers, heads, scales) = architecture.attention
            for scale in scales where layers > 0 {
                let keys = window / scale
                let (run, cells) = AttentionWeights.pooling(of: keys, to: limit)
                // A run of queries for a map, 64 for what each key gets.
                working = max(working, max(run, min(keys, 64)).clampedMultiplied(by: keys).clampedBytes)
                kept = kept.clampedAdding(cells.clampedMultiplied(by: cells).clampedMultiplied(by: heads * layers))
            }
            // The numbers, the bytes of their file, and what the page has of them.
            kept = kept.clampedMultiplied(by: 16)
        }
    }
}

extension Int {
    /// Bytes of so many floats.
    fileprivate var clampedBytes: Int { clampedMultiplied(by: MemoryLayout<Float>.stride) }
}
