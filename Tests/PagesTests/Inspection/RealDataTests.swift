import Datasets
import Foundation
import Runs
import Support
import Testing

@testable import Pages

/// Excerpts of published data sets, which are too large for the repository.
private let realData = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../../shared/data").standardizedFileURL.path

@Suite(.enabled(if: FileManager.default.fileExists(atPath: realData), "the excerpts are not beside the package"))
struct RealDataTests {
    private func house(_ source: DataSource, _ number: HouseName, period: Int) throws -> HouseInspection {
        let audit = try DatasetAudit.load(
            DatasetRequest(
                source: source, trainHouses: [number], period: period, seed: 0, window: 1, stride: 1))
        let inspection = Inspection(source: "real", of: audit)
        #expect(inspection.problems.isEmpty && inspection.timeZone == "Europe/London")
        return inspection.houses[0]
    }

    private func near(_ value: Double?, _ expected: Double, _ tolerance: Double) -> Bool {
        value.map { abs($0 - expected) <= tolerance } ?? false
    }

    @Test("UK-DALE's house 1 has the means, uses, spans and coverage that are known of it")
    func houseOne() throws {
        let house = try house(.measured(.ukdale, path: realData + "/ukdale"), 1, period: 6)
        let meter = Dictionary(uniqueKeysWithValues: house.meters.map { ($0.name, $0) })
        let aggregate = try #require(meter["aggregate"])
        #expect(near(aggregate.meanW, 395, 0.5) && aggregate.maximumW == 7037 && aggregate.coverage == 1)
        let days = Double(aggregate.coveredS) / 86400
        #expect(near(days, 35.9, 0.05))
        #expect(meter["kettle"]?.uses == 216 && near(meter["kettle"]?.usesPerDay, 6.0, 0.05))
        #expect(meter["kettle"]?.medianUseS == 132 && near(meter["kettle"]?.onMeanW, 2358, 0.5))
        #expect(near(meter["fridge"]?.onShare, 0.41, 0.005) && near(meter["fridge"]?.onMeanW, 94, 0.5))
        #expect(near(meter["dishwasher"]?.energyKwhPerDay, 0.77, 0.005))
        #expect(near(meter["washing_machine"]?.energyKwhPerDay, 1.24, 0.005))
        // Fourteen and a half runs a day before pauses within one are bridged.
        #expect(near(meter["microwave"]?.risesPerDay, 14.5, 0.05))
        let limits = ["kettle": 3100.0, "fridge": 300, "dishwasher": 2500, "washing_machine": 2500, "microwave": 3000]
        for (name, watts) in limits { #expect(meter[name]?.maximumW == watts, "\(name)") }
        #expect(house.meters.allSatisfy { $0.samplingS == 6 && $0.gaps == 0 && $0.oddIntervals == 0 })
    }

    @Test("UK-DALE's house 2 has the gaps that are known of it")
    func houseTwo() throws {
        let house = try house(.measured(.ukdale, path: realData + "/ukdale"), 2, period: 30)
        let aggregate = house.meters[0]
        #expect(near(aggregate.coverage, 0.84, 0.005) && aggregate.samplingS == 30)
        // The longest unbroken run is the first: 76.4 days until the earliest gap.
        let first = try #require(aggregate.longestGaps.min { $0.start < $1.start })
        #expect(near(Double(first.start - (aggregate.first ?? 0)) / 86400, 76.4, 0.05))
        #expect(aggregate.maximumW ?? 0 <= 6000)
    }

    @Test("REFIT's house 2 has the sampling and the stuck aggregate that are known of it")
    func refit() throws {
        let house = try house(.measured(.refit, path: realData + "/refit"), 2, period: 8)
        let aggregate = house.meters[0]
        #expect(aggregate.samplingS == 8 && aggregate.readings + house.lines.issues == 302_400)
        // Two fortnights, half a year apart.
        #expect(near(Double(aggregate.coveredS) / 86400, 28, 0.2))
        #expect(near(Double(aggregate.prepared.stuck) / (14 * 86400 / 8), 0.0394, 0.0005))
        let kettle = try #require(house.meters.first { $0.name == "kettle" })
        #expect(kettle.maximumW == 0 && kettle.uses == 0)
    }
}
