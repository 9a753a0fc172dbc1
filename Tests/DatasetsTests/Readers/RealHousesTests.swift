import Foundation
import Runs
import Support
import Testing

@testable import Datasets

/// Excerpts of UK-DALE, which are too large for the repository.
private let realHouses = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../../shared/data/ukdale").standardizedFileURL.path

@Suite(
    .enabled(if: FileManager.default.fileExists(atPath: realHouses), "the UK-DALE excerpts are not beside the package"))
struct RealHousesTests {
    private func read(_ house: HouseName, _ appliances: [String], period: Int, fillLimit: Int = 180) throws -> HouseData
    {
        try UKDALE(directory: realHouses).read(
            house: house, appliances: appliances,
            on: Grid(period: period, preparation: Preparation(fillLimitS: fillLimit)))
    }

    private func events(_ watts: [Float], from threshold: Float) -> Int {
        zip([0] + watts, watts).count { $0 < threshold && $1 >= threshold }
    }

    private func mean(_ watts: [Float]) -> Double {
        let known = watts.filter { !$0.isNaN }
        return known.reduce(0) { $0 + Double($1) } / Double(known.count)
    }

    @Test("house 1 has the aggregate, kettle and fridge that are known of it")
    func houseOne() throws {
        let data = try read(1, ["kettle", "fridge", "dishwasher", "washing_machine", "microwave"], period: 6)
        #expect(data.start == 1_424_734_800)
        #expect(data.aggregate.count == 517_147)
        #expect(data.aggregate.max() == 7037)
        #expect(abs(mean(data.aggregate) - 395) < 0.5)
        let kettle = try #require(data.appliances["kettle"])
        #expect(events(kettle, from: 2000) == 216)
        let boiling = kettle.filter { $0 >= 1000 }
        #expect(abs(mean(boiling) - 2355) < 0.5)
        // 6.6 % of the samples from 1000 W on; from 2000 W on there are a few less.
        let prepared = try #require(data.preparation.meters.first { $0.meter == "kettle" })
        let (over, on) = (try #require(prepared.rowsOverAggregate), try #require(prepared.rowsOn))
        let share = Double(over) / Double(on)
        #expect(on == 4834 && abs(share - 0.0645) < 0.0005)
        let fridge = try #require(data.appliances["fridge"])
        let cooling = fridge.filter { $0 >= 50 }
        #expect(abs(Double(cooling.count) / Double(fridge.count) - 0.41) < 0.005)
        let days = Double(data.aggregate.count * 6) / 86400
        let energy = { (name: String) in self.mean(data.appliances[name]!) * 0.024 }
        #expect(abs(days - 35.9) < 0.05)
        #expect(abs(energy("dishwasher") - 0.77) < 0.005)
        #expect(abs(energy("washing_machine") - 1.24) < 0.005)
    }

    @Test("house 2 has the gaps that are known of it")
    func houseTwo() throws {
        let data = try read(2, ["kettle"], period: 30, fillLimit: 0)
        let segment = Segment(
            house: data.house, start: data.start, period: 30, aggregate: data.aggregate,
            truth: data.appliances["kettle"]!)
        #expect(abs(1 - Double(segment.missingRows) / Double(segment.rows) - 0.84) < 0.005)
        let longest = try #require(segment.runs.max { $0.count < $1.count })
        #expect(longest.lowerBound == 0)
        #expect(abs(Double(longest.count * 30) / 86400 - 76.4) < 0.05)
    }

    @Test("a coarser grid keeps the energy")
    func coarser() throws {
        let fine = try read(1, ["kettle"], period: 6)
        let coarse = try read(1, ["kettle"], period: 60)
        #expect(abs(mean(fine.appliances["kettle"]!) - mean(coarse.appliances["kettle"]!)) < 0.01)
        #expect(coarse.start % 60 == 0)
    }

    @Test("one house trains and the other tests")
    func byHouse() throws {
        let dataset = try Dataset.load(
            DatasetRequest(
                source: .measured(.ukdale, path: realHouses), appliances: ["kettle", "microwave"], trainHouses: [1],
                testHouses: [2], period: 30, seed: 0, window: 512, stride: 256))
        for data in dataset.appliances {
            #expect(data.train.map(\.house) == ["house_1"])
            #expect(data.test.map(\.house) == ["house_2"])
            #expect(data.train[0].end == data.validation[0].start)
        }
        #expect(dataset.files.count == 8)
    }
}
