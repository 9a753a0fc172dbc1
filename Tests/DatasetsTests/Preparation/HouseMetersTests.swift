import Runs
import Support
import Testing

@testable import Datasets

@Suite("Bringing a house's meters together") struct HouseMetersTests {
    private static let grid = Grid(period: 10, days: 0..<10_000, preparation: Preparation(fillLimitS: 0))

    private func meter(
        _ appliance: String?, _ readings: [(Int, Double)], on grid: Grid = grid
    ) -> HouseMeters.Meter {
        var resampler = grid.resampler(isAggregate: appliance == nil, nil)
        for (time, power) in readings { resampler.add(time: time, power: power) }
        return HouseMeters.Meter(
            appliance: appliance, source: appliance ?? "mains", quantity: .active, series: resampler.series())
    }

    private func house(_ meters: [HouseMeters.Meter], on grid: Grid = grid) throws -> HouseData {
        var house = HouseMeters(house: "house_1", meters: meters, files: [])
        return try house.onGrid(grid, clock: .london)
    }

    private static func every(_ period: Int, _ powers: [Double]) -> [(Int, Double)] {
        powers.enumerated().map { ($0.offset * period, $0.element) }
    }

    @Test("meters of one appliance and of the whole house are added up, where all have a reading")
    func sums() throws {
        let data = try house([
            meter(nil, Self.every(10, [100, 200, 300])), meter("kettle", Self.every(10, [1, 2, 3])),
            meter(nil, Self.every(10, [10, 20])), meter("kettle", [(10, 5), (20, 6)]),
        ])
        #expect(same(data.aggregate, [110, 220, .nan]))
        #expect(same(data.appliances["kettle"]!, [.nan, 7, 9]))
        #expect(data.preparation.meters.map(\.meter) == ["aggregate", "kettle"])
        #expect(data.preparation.meters.map(\.sources) == [["mains", "mains"], ["kettle", "kettle"]])
        #expect(data.preparation.meters.map(\.readings) == [5, 5])
        #expect(data.preparation.meters.map(\.missing) == [1, 1])
    }

    @Test("a reading beyond the meter's range is missing, and counted")
    func outOfRange() throws {
        var preparation = Preparation(fillLimitS: 0)
        preparation.applianceLimitW = 50
        preparation.aggregateLimitW = 1000
        let grid = Grid(period: 10, days: 0..<10_000, preparation: preparation)
        let data = try house(
            [
                meter(nil, Self.every(10, [1000, 1000.5, -1000, -1001, 7]), on: grid),
                meter("kettle", Self.every(10, [50, 51, -50, -51, 3]), on: grid),
            ], on: grid)
        #expect(same(data.aggregate, [1000, .nan, -1000, .nan, 7]))
        #expect(same(data.appliances["kettle"]!, [50, .nan, -50, .nan, 3]))
        #expect(data.preparation.meters.map(\.glitches) == [2, 2])
    }

    @Test("a meter all of whose readings are beyond its range is refused with the limit")
    func nothingUsable() {
        let error = #expect(throws: DatasetError.self) { try house([meter(nil, Self.every(10, [1e6, 1e6]))]) }
        #expect(error == .noUsableReading(house: "house_1", source: "mains", limit: 25_000))
        #expect(error?.description.contains("at most 25000 W") == true)
    }

    @Test("rows where the aggregate is below the sum of the appliances are counted and kept")
    func belowSum() throws {
        let data = try house([
            meter(nil, Self.every(10, [100, 90, 80, 0])), meter("kettle", Self.every(10, [60, 60, 60, 1])),
            meter("fridge", Self.every(10, [40, 40, 40])),
        ])
        #expect(data.preparation.rowsBelowSum == 2)
        #expect(same(data.aggregate, [100, 90, 80, 0]))
    }

    @Test("rows in which an appliance is on are counted, and those of them with a lower aggregate")
    func belowOne() throws {
        let data = try house([
            meter(nil, Self.every(10, [2000, 2100, 3000, 10, 2600])),
            meter("kettle", Self.every(10, [2100, 2000, 2500, 20, 2600])),
        ])
        // A kettle is on from 2 kW.
        #expect(data.preparation.meters.map(\.rowsOn) == [0, 4])
        #expect(data.preparation.meters.map(\.rowsOverAggregate) == [0, 1])
    }

    @Test(
        "missing rows form gaps, of which the longest is known",
        arguments: [
            ([], 0, 0), ([1, 2], 0, 0), ([.nan], 1, 1), ([.nan, 1, .nan, .nan, 2, .nan], 3, 2),
        ] as [([Float], Int, Int)])
    func gaps(rows: [Float], count: Int, longest: Int) {
        #expect(HouseMeters.gaps(in: rows) == (count, longest))
    }

    @Test("masking can be switched off, and is counted where it is on")
    func stuckOption() throws {
        let readings = Self.every(10, Array(repeating: 5, count: 400) + [6, 7])
        let masked = try house([meter(nil, readings)])
        #expect(masked.preparation.stuckRows == 400 && masked.preparation.stuckSpans == 1)
        #expect(masked.preparation.meters[0].missing == 400)
        #expect(masked.aggregate.suffix(2) == [6, 7])
        let off = PreparationOptions(stuckLimit: 0).over(.ukdale)
        #expect(off.stuckLimitS == nil)
        let grid = Grid(period: 10, days: 0..<10_000, preparation: off)
        let kept = try house([meter(nil, readings, on: grid)], on: grid)
        #expect(kept.preparation.stuckRows == 0 && !kept.aggregate.contains { $0.isNaN })
    }

    @Test("options change what they name, and nothing else")
    func options() {
        #expect(PreparationOptions().over(.refit) == .refit)
        let wanted = PreparationOptions(
            fillLimit: 1, applianceLimit: 2, aggregateLimit: 3, stuckLimit: 4, dropsIssues: false)
        #expect(
            wanted.over(.ukdale)
                == Preparation(
                    fillLimitS: 1, applianceLimitW: 2, aggregateLimitW: 3, stuckLimitS: 4, dropsIssues: false))
        var one = Preparation.csv
        one.aggregateLimitW = 7
        #expect(PreparationOptions(aggregateLimit: 7).over(.csv) == one)
    }
}
