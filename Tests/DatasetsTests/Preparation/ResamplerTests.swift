import Support
import Testing

@testable import Datasets

@Suite struct ResamplerTests {
    private func resampler(
        _ readings: [(Int, Double)], period: Int = 10, fillLimit: Int = 0, bounds: Range<Int> = 0..<1000
    ) -> Resampler {
        var resampler = Resampler(period: period, fillLimit: fillLimit, bounds: bounds)
        for (time, power) in readings { resampler.add(time: time, power: power) }
        return resampler
    }

    @Test("a row is the mean of the readings in its cell, which includes its start and not its end")
    func mean() throws {
        let series = try #require(resampler([(20, 1), (25, 2), (29, 6), (30, 10)]).ownValues())
        #expect(series.firstCell == 2)
        #expect(series.values == [3, 10])
    }

    @Test("a cell without a reading takes the last one up to the limit, and is NaN beyond")
    func fill() throws {
        // Cells 1 to 5 start 10 to 50 s; the last reading before them is at 5 s.
        let readings = [(0, 8.0), (5, 4), (60, 1)]
        func rows(_ limit: Int) -> [Float] { resampler(readings, fillLimit: limit).ownValues()!.values }
        #expect(same(rows(0), [6, .nan, .nan, .nan, .nan, .nan, 1]))
        #expect(same(rows(4), [6, .nan, .nan, .nan, .nan, .nan, 1]))
        #expect(same(rows(5), [6, 4, .nan, .nan, .nan, .nan, 1]))
        #expect(same(rows(25), [6, 4, 4, 4, .nan, .nan, 1]))
        #expect(same(rows(180), [6, 4, 4, 4, 4, 4, 1]))
    }

    @Test("a reading on the grid fills as many cells as the limit has periods")
    func fillCells() throws {
        let rows = resampler([(0, 7), (1000, 1)], period: 6, fillLimit: 180).ownValues()!.values
        #expect(rows.prefix { $0 == 7 }.count == 31)
    }

    @Test("cells outside of the bounds are left out, but their readings are filled from")
    func bounds() throws {
        let bounded = resampler([(5, 9), (45, 2), (55, 3), (95, 4)], fillLimit: 30, bounds: 2..<6)
        #expect(bounded.span == 5...95)
        let series = try #require(bounded.ownValues())
        #expect(series.firstCell == 2)
        #expect(same(series.values, [9, 9, 2, 3]))
    }

    @Test("leading and trailing cells without a value are no part of a series")
    func trimmed() throws {
        let series = try #require(resampler([(5, 9), (35, 2), (500, 4)], bounds: 1..<20).ownValues())
        #expect(series.firstCell == 3)
        #expect(series.values == [2])
    }

    @Test("readings that are all outside of the bounds make no series", arguments: [0..<2, 30..<40])
    func outside(bounds: Range<Int>) {
        #expect(resampler([(205, 1), (215, 2)], bounds: bounds).series().cells == nil)
    }

    @Test("rows for another meter's cells have NaN before the first reading and past the limit after the last")
    func rows() {
        let readings = [(30, 5.0), (40, 6)]
        func rows(_ cells: Range<Int>) -> [Float] {
            var series = resampler(readings, fillLimit: 10, bounds: cells).series()
            return series.takeRows(cells).rows
        }
        #expect(same(rows(2..<8), [.nan, 5, 6, 6, .nan, .nan]))
        #expect(same(rows(3..<5), [5, 6]))
        #expect(same(rows(4..<6), [6, 6]))
        #expect(same(rows(0..<2), [.nan, .nan]))
        #expect(same(rows(10..<12), [.nan, .nan]))
    }

    @Test("rows of a meter without a reading are NaN")
    func noRows() {
        var series = resampler([], bounds: 2..<4).series()
        #expect(series.cells == nil)
        #expect(same(series.takeRows(2..<4).rows, [.nan, .nan]))
    }

    @Test("any readings give what a slow definition gives")
    func definition() {
        var random = SplitMix64(seed: 11)
        for _ in 0..<300 {
            let period = random.integer(in: 1...12)
            let limit = random.integer(in: 0...40)
            var time = random.integer(in: 0...30)
            let readings = (0..<random.integer(in: 1...25)).map { _ in
                time += random.integer(in: 1...random.integer(in: 2...40))
                return (time, Double(random.integer(in: 0...99)))
            }
            let first = random.integer(in: 0...20)
            let cells = first..<first + random.integer(in: 1...60)
            let expected = cells.map { cell -> Float in
                let start = cell * period
                let inside = readings.filter { (start..<start + period).contains($0.0) }.map(\.1)
                if !inside.isEmpty { return Float(inside.reduce(0, +) / Double(inside.count)) }
                guard let last = readings.last(where: { $0.0 < start }), start - last.0 <= limit else { return .nan }
                return Float(last.1)
            }
            var series = resampler(readings, period: period, fillLimit: limit, bounds: cells).series()
            let filled = cells.count { cell in
                !readings.contains { $0.0 / period == cell } && !expected[cell - cells.lowerBound].isNaN
            }
            #expect(series.filledCount(in: cells) == filled)
            let missing = expected.count { $0.isNaN }
            let taken = series.takeRows(cells)
            #expect(same(taken.rows, expected))
            #expect(taken.missing == missing)
            // The same from a series that was not cut to these cells.
            var whole = resampler(readings, period: period, fillLimit: limit, bounds: 0..<2000).series()
            #expect(whole.filledCount(in: cells) == filled)
            let cut = whole.takeRows(cells)
            #expect(same(cut.rows, expected))
            #expect(cut.missing == missing)
        }
    }
}
