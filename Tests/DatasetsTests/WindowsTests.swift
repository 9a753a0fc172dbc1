import Support
import Testing

@testable import Datasets

@Suite struct WindowsTests {
    private func offsets(_ windows: Windows) -> [Int] { windows.positions.map(\.offset) }

    @Test(
        "training windows start at multiples of the stride",
        arguments: [(10, 4, 4, [0, 4]), (10, 4, 2, [0, 2, 4, 6]), (4, 4, 1, [0]), (3, 4, 1, []), (0, 4, 1, [])])
    func training(rows: Int, length: Int, stride: Int, expected: [Int]) {
        let windows = Windows(of: [.counting(rows)], length: length, stride: stride)
        #expect(offsets(windows) == expected)
        #expect(windows.skippedForGaps == 0)
    }

    @Test(
        "a gap leaves out the windows that touch it",
        arguments: [(0, [2, 4, 6], 1), (5, [0, 6], 2), (9, [0, 2, 4], 1)])
    func gaps(gap: Int, expected: [Int], skipped: Int) {
        let windows = Windows(of: [.counting(10, gaps: [gap])], length: 4, stride: 2)
        #expect(offsets(windows) == expected)
        #expect(windows.skippedForGaps == skipped)
    }

    @Test("a gap in the aggregate counts as well")
    func aggregateGap() {
        var segment = Segment.counting(8)
        segment.aggregate[3] = .nan
        #expect(offsets(Windows(of: [segment], length: 4, stride: 4)) == [4])
        #expect(segment.missingRows == 1)
    }

    @Test("starts are counted from each segment's own beginning")
    func segments() {
        let windows = Windows(of: [.counting(5), .counting(9)], length: 4, stride: 4)
        #expect(
            windows.positions == [
                .init(segment: 0, offset: 0), .init(segment: 1, offset: 0), .init(segment: 1, offset: 4),
            ])
        #expect(windows.uncoveredRows == 2)
    }

    @Test(
        "prediction windows cover every row of a run, the last one ending with it",
        arguments: [
            (8, 4, 4, [0, 4]), (9, 4, 4, [0, 4, 5]), (4, 4, 4, [0]), (5, 4, 2, [0, 1]), (6, 4, 1, [0, 1, 2]),
        ])
    func covering(rows: Int, length: Int, stride: Int, expected: [Int]) {
        let windows = Windows.covering([.counting(rows)], length: length, stride: stride)
        #expect(offsets(windows) == expected)
        #expect(windows.uncoveredRows == 0)
    }

    @Test("prediction covers every row but those of runs that are too short, whatever the gaps")
    func coveringGaps() {
        var random = SplitMix64(seed: 3)
        for _ in 0..<200 {
            let rows = random.integer(in: 1...60)
            let gaps = Set((0..<random.integer(in: 0...6)).map { _ in random.integer(in: 0...rows - 1) })
            let length = random.integer(in: 1...12)
            let segment = Segment.counting(rows, gaps: gaps)
            let windows = Windows.covering([segment], length: length, stride: random.integer(in: 1...length))
            var covered = Set<Int>()
            for position in windows.positions { covered.formUnion(position.offset..<position.offset + length) }
            let expected = segment.runs.filter { $0.count >= length }
            #expect(covered == Set(expected.joined()))
            #expect(windows.uncoveredRows == rows - gaps.count - covered.count)
            #expect(windows.skippedForGaps == segment.runs.count - expected.count)
        }
    }

    @Test("rows that no training window holds are counted, whatever the gaps")
    func uncovered() {
        var random = SplitMix64(seed: 4)
        for _ in 0..<200 {
            let rows = random.integer(in: 1...60)
            let gaps = Set((0..<random.integer(in: 0...6)).map { _ in random.integer(in: 0...rows - 1) })
            let length = random.integer(in: 1...12)
            let stride = random.integer(in: 1...15)
            let windows = Windows(of: [.counting(rows, gaps: gaps)], length: length, stride: stride)
            let candidates = Swift.stride(from: 0, through: rows - length, by: stride)
            let whole = candidates.filter { start in !gaps.contains { (start..<start + length).contains($0) } }
            #expect(offsets(windows) == whole)
            #expect(windows.skippedForGaps == candidates.reduce(0) { count, _ in count + 1 } - whole.count)
            let covered = Set(whole.flatMap { $0..<$0 + length })
            #expect(windows.uncoveredRows == rows - gaps.count - covered.count)
        }
    }

    @Test("a window's rows are copied, normalised")
    func copy() {
        let windows = Windows(of: [.counting(3), .counting(10, period: 6)], length: 3, stride: 2)
        let normalisation = Normalisation(aggregateMean: 1000, aggregateScale: 2, applianceScale: 4)
        #expect(windows.count == 5)
        withUnsafeTemporaryAllocation(of: Float.self, capacity: 3) { buffer in
            windows.copyAggregate(of: 2, into: buffer)
            #expect(Array(buffer) == [1002, 1003, 1004])
            windows.copyAggregate(of: 2, normalisedBy: normalisation, into: buffer)
            #expect(Array(buffer) == [1, 1.5, 2])
            windows.copyTruth(of: 2, normalisedBy: normalisation, into: buffer)
            #expect(Array(buffer) == [0.5, 0.75, 1])
        }
        #expect(windows.start(of: 2) == 12)
    }
}
