import Runs
import Support
import Testing

@testable import Datasets

@Suite struct SplitTests {
    private func ranges(_ split: Split, rows: Int, house: HouseName = 1) -> [Part: Range<Int>] {
        Dictionary(
            uniqueKeysWithValues: split.parts(of: [Float](repeating: 1, count: rows), house: house).map {
                ($0.part, $0.rows)
            })
    }

    @Test("without test houses the rows are shared out in time order")
    func time() throws {
        let split = try Split(percent: [60, 20, 20], testHouses: [])
        #expect(ranges(split, rows: 100) == [.train: 0..<60, .validation: 60..<80, .test: 80..<100])
        #expect(ranges(split, rows: 7) == [.train: 0..<4, .validation: 4..<6, .test: 6..<7])
    }

    @Test("with test houses, the others have training and validation rows in proportion")
    func house() throws {
        let split = try Split(percent: [60, 20, 20], testHouses: [2])
        #expect(ranges(split, rows: 100) == [.train: 0..<75, .validation: 75..<100])
        #expect(ranges(split, rows: 100, house: 2) == [.test: 0..<100])
    }

    @Test("a gap takes no share: a house metered in two years is split by its readings")
    func gaps() throws {
        let split = try Split(percent: [60, 20, 20], testHouses: [])
        let aggregate = (0..<30).map { (5..<25).contains($0) ? Float.nan : 1 }
        // Ten readings: rows 0 to 4 and 25 to 29.
        let parts = split.parts(of: aggregate, house: 1)
        #expect(parts.map(\.part) == [.train, .validation, .test])
        #expect(parts.map(\.rows) == [0..<26, 26..<28, 28..<30])
        let late = (0..<10).map { $0 < 4 || $0 > 7 ? Float.nan : 1 }
        #expect(split.parts(of: late, house: 1).map(\.rows) == [0..<6, 6..<7, 7..<10])
    }

    @Test("a house without a reading has rows in the first part only")
    func empty() throws {
        let split = try Split(percent: [60, 20, 20], testHouses: [])
        #expect(split.parts(of: [.nan, .nan], house: 1).map(\.rows) == [0..<2])
    }

    @Test(
        "every row is in one part, whatever the per cents", arguments: [[33.3, 33.3, 33.4], [1, 1, 98], [98, 1, 1]])
    func complete(percent: [Double]) throws {
        let split = try Split(percent: percent, testHouses: [])
        for rows in 0...210 {
            // Every third row is a gap in every second house.
            let aggregate = (0..<rows).map { rows % 2 == 0 && $0 % 3 == 0 ? Float.nan : 1 }
            let parts = split.parts(of: aggregate, house: 1)
            #expect(parts.flatMap { Array($0.rows) } == Array(0..<rows))
            #expect(parts.allSatisfy { !$0.rows.isEmpty })
        }
    }

    @Test(
        "a split is three positive numbers that add up to 100",
        arguments: [
            [], [100], [60, 40], [60, 20, 10], [60, 40, 0], [120, -10, -10], [60, 20, 20, 0], [.nan, 50, 50],
        ])
    func refused(percent: [Double]) {
        #expect(throws: DatasetError.self) { try Split(percent: percent, testHouses: []) }
    }
}
