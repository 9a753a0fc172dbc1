import Datasets

/// Predicts a series as its rows arrive, of any length, in memory that does not grow with it.
///
/// In each run of rows without a gap, windows start at multiples of the stride from the run's first row, and one more
/// ends at its last row. A row's prediction is the mean over the windows that hold it, weighted by the distance to the
/// window's nearer end: a network knows least at its edges. A run that is shorter than a window has no prediction.
package struct PredictionStream<N: Network> {
    private let batch: PredictionBatch<N>
    private let normalisation: Normalisation
    private let stride: Int
    private var average: OverlapAverage
    /// The rows' clock, and how many of them came before the run.
    private var clock: (Int) -> WallClock? = { _ in nil }
    private var before = 0
    /// Aggregates of the run that a window may still need, watts, from the run's row `first`.
    private var rows: [Float] = []
    private var first = 0
    /// The run's row at which the next window starts.
    private var next = 0

    package init(_ predictor: Predictor<N>, window: Int) {
        batch = PredictionBatch(predictor, length: window)
        normalisation = predictor.normalisation
        stride = Windows.coveringStride(for: window)
        average = OverlapAverage(window: window)
    }

    /// Rows that are held.
    var held: Int { rows.count }

    /// Says what the clock shows at each row from here on, numbered from 0.
    package mutating func begin(clock: @escaping (Int) -> WallClock?) {
        precondition(rows.isEmpty, "the rows before are not finished")
        self.clock = clock
        before = 0
    }

    /// Takes the next rows (watts, NaN at a gap) and calls `emit` with the predictions that are settled, in watts and
    /// in the order of the rows: one a row, NaN where there is none.
    package mutating func append(_ aggregate: [Float], emit: (Float) -> Void) {
        let full = (batch.capacity - 1) * stride + batch.length
        for watts in aggregate {
            guard !watts.isNaN else {
                finish(emit: emit)
                emit(.nan)
                before += 1
                continue
            }
            rows.append(watts)
            if first + rows.count == next + full { predict(batch.capacity, emit: emit) }
        }
    }

    /// Ends the run: emits what is left of it.
    package mutating func finish(emit: (Float) -> Void) {
        let end = first + rows.count
        let last = end - batch.length
        if last < 0 {
            for _ in rows { emit(.nan) }
        } else {
            while next < last { predict(min(batch.capacity, (last - next + stride - 1) / stride), emit: emit) }
            // Unless a multiple of the stride ended there already.
            if next - stride != last {
                next = last
                predict(1, emit: emit)
            }
            average.finish(emit: emit)
        }
        before += end
        rows.removeAll(keepingCapacity: true)
        first = 0
        next = 0
    }

    /// Predicts the next `count` windows and drops the rows before the last of them.
    private mutating func predict(_ count: Int, emit: (Float) -> Void) {
        let (start, length) = (next - first, batch.length)
        let (clock, row) = (clock, before + next)
        rows.withUnsafeBufferPointer { rows in
            batch.predict(count, clock: { clock(row + $0 * stride) }) { index, input in
                let offset = start + index * stride
                for step in 0..<length { input[step] = normalisation.normalised(aggregate: rows[offset + step]) }
            }
        }
        for index in 0..<count { average.add(batch[index], at: next + index * stride, emit: emit) }
        let last = next + (count - 1) * stride
        rows.removeFirst(last - first)
        first = last
        next = last + stride
    }
}

/// The weighted mean of overlapping windows, which come in the order of their starts.
private struct OverlapAverage {
    private let weights: [Float]
    /// Of the rows from `start`: sums of weight times prediction, and of weights.
    private var sums: [Float]
    private var totals: [Float]
    private var start = 0

    init(window: Int) {
        weights = (0..<window).map { Float(min($0 + 1, window - $0)) }
        sums = [Float](repeating: 0, count: window)
        totals = sums
    }

    /// Adds a window from row `offset` on. The rows before it are settled then.
    mutating func add(_ prediction: UnsafeBufferPointer<Float>, at offset: Int, emit: (Float) -> Void) {
        let settled = offset - start
        settle(settled, emit: emit)
        for row in settled..<sums.count {
            sums[row - settled] = sums[row]
            totals[row - settled] = totals[row]
        }
        for row in sums.count - settled..<sums.count {
            sums[row] = 0
            totals[row] = 0
        }
        start = offset
        for step in weights.indices {
            sums[step] += weights[step] * prediction[step]
            totals[step] += weights[step]
        }
    }

    /// Emits what is held and starts again at row 0.
    mutating func finish(emit: (Float) -> Void) {
        settle(sums.count, emit: emit)
        for row in sums.indices {
            sums[row] = 0
            totals[row] = 0
        }
        start = 0
    }

    private func settle(_ count: Int, emit: (Float) -> Void) {
        for row in 0..<count { emit(sums[row] / totals[row]) }
    }
}
