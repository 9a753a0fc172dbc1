import Runs
import Testing

@Suite("Rows that were learnt from") struct TrainingRowsTests {
    /// `count` rows that all differ, the first of them row `first` of a meter.
    private static func rows(_ count: Int, first: Int = 0) -> [Float] {
        (first..<first + count).map { Float($0 * 37 % 101) }
    }

    private static func blocks(_ rows: [Float], start: Int, period: Int = 6, length: Int = 300) -> [RowBlocks.Block] {
        RowBlocks.blocks(of: rows, start: start, periodS: period, lengthS: length)
    }

    @Test("make the same blocks wherever a part begins, but for the cut ones at its ends") func aligned() {
        let all = Self.blocks(Self.rows(500), start: 3000)
        #expect(all.map(\.rows) == [Int](repeating: 50, count: 10))
        // From 3120 s on: the block that is cut is none of these.
        let part = Self.blocks(Self.rows(480, first: 20), start: 3120)
        #expect(part.count == 10 && Array(part.dropFirst()) == Array(all.dropFirst()) && part[0].hash != all[0].hash)
        #expect(Self.blocks(Self.rows(500), start: -3000).count == 10)
    }

    @Test("are others at another time, or with another reading") func others() {
        let all = Set(Self.blocks(Self.rows(500), start: 3000).map(\.hash))
        #expect(all.count == 10)
        #expect(all.isDisjoint(with: Self.blocks(Self.rows(500), start: 6000).map(\.hash)))
        var changed = Self.rows(500)
        changed[77] += 1
        #expect(all.intersection(Self.blocks(changed, start: 3000).map(\.hash)).count == 9)
    }

    @Test("count only where they vary: a night that stands still is the same in many houses") func constant() {
        var rows = [Float](repeating: 50, count: 100)
        for row in 50..<58 { rows[row] = Float(row) }
        #expect(Self.blocks(rows, start: 3000).count == 1)
        #expect(RowBlocks.block(ofWindow: [Float](repeating: 0, count: 64)).isEmpty)
        #expect(Self.blocks([Float](repeating: .nan, count: 100), start: 3000).isEmpty)
    }

    @Test("leave missing rows out") func missing() {
        var rows = Self.rows(50)
        rows[3] = .nan
        #expect(Self.blocks(rows, start: 3000).map(\.rows) == [49])
    }

    @Test(
        "have blocks of 48 rows or more, and longer ones where there would be too many",
        arguments: [
            (1000, 6, 300), (1000, 60, 3600), (1000, 1800, 86_400), (6_000_000, 6, 1800), (10, 86_400, 48 * 86_400),
        ])
    func lengths(rows: Int, period: Int, length: Int) {
        #expect(RowBlocks.length(rows: rows, periodS: period) == length)
    }

    @Test("come back from the file by appliance and house, and stand once for two appliances") func file() throws {
        var rows = TrainingRows(blockS: 300)
        let blocks: Set<UInt64> = [1, .max, 0x0102_0304_0506_0708]
        rows.add(house: "house_1", appliance: "kettle", blocks: blocks)
        rows.add(house: "house_1", appliance: "fridge", blocks: blocks)
        rows.add(house: "house_2", appliance: "fridge", blocks: [7])
        #expect(rows.houses.count == 2)
        let bytes = try TrainingRowsFile.bytes(of: rows)
        #expect(try TrainingRowsFile.decode(bytes, path: "f") == rows)
        #expect(rows.blocks(of: "fridge") == ["house_1": blocks, "house_2": [7]])
        #expect(rows.without(blocks: [.max]).blocks(of: "kettle") == ["house_1": blocks.subtracting([.max])])
        #expect(rows.of(appliances: ["kettle"]).houses.map(\.appliances) == [["kettle"]])
    }
}
