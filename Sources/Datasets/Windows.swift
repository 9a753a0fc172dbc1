/// Windows of one length inside segments; those that touch a row without a reading are left out and counted.
package struct Windows: Sendable {
    /// Where a window begins.
    package struct Position: Equatable, Sendable {
        /// Index into `segments`.
        package var segment: Int
        /// Row of that segment.
        package var offset: Int

        package init(segment: Int, offset: Int) {
            self.segment = segment
            self.offset = offset
        }
    }

    package let segments: [Segment]
    /// Rows in a window.
    package let length: Int
    /// In the order of the segments, then in time order.
    package let positions: [Position]
    /// Windows left out because of a gap; of ``covering(_:length:stride:)``, gap-free runs too short for a window.
    package let skippedForGaps: Int
    /// Rows with readings that no window holds: behind the last window, or between gaps.
    package let uncoveredRows: Int

    package var count: Int { positions.count }

    /// Training windows: they start at multiples of `stride` in each segment.
    package init(of segments: [Segment], length: Int, stride: Int) {
        Self.check(length: length, stride: stride)
        var positions: [Position] = []
        var skipped = 0
        var uncovered = 0
        for (index, segment) in segments.enumerated() {
            let candidates = segment.rows < length ? 0 : (segment.rows - length) / stride + 1
            var used = 0
            for run in segment.runs {
                var coveredTo = run.lowerBound
                var offset = (run.lowerBound + stride - 1) / stride * stride
                while offset + length <= run.upperBound {
                    uncovered += max(0, offset - coveredTo)
                    coveredTo = offset + length
                    positions.append(Position(segment: index, offset: offset))
                    used += 1
                    offset += stride
                }
                uncovered += run.upperBound - coveredTo
            }
            skipped += candidates - used
        }
        self.init(
            segments: segments, length: length, positions: positions, skippedForGaps: skipped,
            uncoveredRows: uncovered)
    }

    /// Windows for a prediction of every row: in each gap-free run of at least `length` rows they start at multiples
    /// of `stride` from the run's first row, and one more ends at its last row. `stride` is at most `length`.
    package static func covering(_ segments: [Segment], length: Int, stride: Int) -> Windows {
        check(length: length, stride: stride)
        precondition(stride <= length, "a stride of \(stride) would leave rows between windows of \(length)")
        var positions: [Position] = []
        var skipped = 0
        var uncovered = 0
        for (index, segment) in segments.enumerated() {
            for run in segment.runs {
                guard run.count >= length else {
                    skipped += 1
                    uncovered += run.count
                    continue
                }
                let last = run.upperBound - length
                for offset in Swift.stride(from: run.lowerBound, to: last, by: stride) {
                    positions.append(Position(segment: index, offset: offset))
                }
                positions.append(Position(segment: index, offset: last))
            }
        }
        return Windows(
            segments: segments, length: length, positions: positions, skippedForGaps: skipped,
            uncoveredRows: uncovered)
    }

    /// Rows between the starts of windows that a prediction covers a series with: they overlap by half.
    package static func coveringStride(for length: Int) -> Int { max(1, length / 2) }

    private init(
        segments: [Segment], length: Int, positions: [Position], skippedForGaps: Int, uncoveredRows: Int
    ) {
        self.segments = segments
        self.length = length
        self.positions = positions
        self.skippedForGaps = skippedForGaps
        self.uncoveredRows = uncoveredRows
    }

    private static func check(length: Int, stride: Int) {
        precondition(length > 0 && stride > 0, "length and stride must be positive, got \(length) and \(stride)")
    }
}
