import Foundation
import Runs
import Support
import Testing

@testable import Datasets

@Suite struct HouseDatasetTests {
    private let houses: HouseFolder

    init() throws { houses = try HouseFolder() }

    private func refusal(_ change: (inout DatasetRequest) -> Void) -> DatasetError? {
        var request = houses.request()
        change(&request)
        return #expect(throws: DatasetError.self) { try Dataset.load(request) }
    }

    @Test("one house is split in time, its parts following one another")
    func time() throws {
        try houses.writeHouse()
        let dataset = try Dataset.load(houses.request())
        let data = try #require(dataset.appliances.first)
        #expect(data.train.map(\.truth) == [(0..<60).map(Float.init)])
        #expect(data.validation.map(\.aggregate) == [(160..<180).map(Float.init)])
        #expect(data.test[0].start == 1_424_734_800 + 80 * 6)
        #expect(data.test[0].end == 1_424_734_800 + 100 * 6)
        #expect(dataset.timeZone == "Europe/London")
    }

    @Test("test houses are test entirely, and the others train")
    func byHouse() throws {
        try houses.writeHouse(1).writeHouse(2, rows: 30).writeHouse(3, rows: 20)
        var request = houses.request()
        request.testHouses = [2]
        let data = try Dataset.load(request).appliances[0]
        #expect(data.train.map(\.house) == ["house_1", "house_3"])
        #expect(data.train.map(\.rows) == [75, 15])
        #expect(data.validation.map(\.rows) == [25, 5])
        #expect(data.test.map(\.house) == ["house_2"])
        #expect(data.test.map(\.rows) == [30])
        request.trainHouses = [3]
        #expect(try Dataset.load(request).appliances[0].train.map(\.house) == ["house_3"])
    }

    @Test("only what is scored is kept and read where nothing is to be learnt")
    func scope() throws {
        try houses.writeHouse(1).writeHouse(2, rows: 30)
        var request = houses.request()
        request.scope = .test
        request.trainHouses = [1]
        let last = try Dataset.load(request)
        #expect(last.appliances[0].train.isEmpty && last.appliances[0].validation.isEmpty)
        #expect(last.appliances[0].test.map(\.rows) == [20] && last.files.count == 3)
        request.testHouses = [2]
        let other = try Dataset.load(request)
        #expect(other.appliances[0].test.map(\.house) == ["house_2"] && other.files.count == 3)
        // House 9, which was trained on, need not be here.
        request.trainHouses = [9]
        #expect(try Dataset.load(request).files == other.files)
        request = houses.request()
        request.scope = .unseen
        #expect(try Dataset.load(request).appliances[0].test.map(\.rows) == [100, 30])
        request.testHouses = [1]
        #expect(try Dataset.load(request).appliances[0].test.map(\.rows) == [100])
        request.ownWindows = ["kettle": WindowSize(length: 101, stride: 1)]
        #expect(
            refusal { $0 = request }
                == .windowTooLong(window: 101, part: .test, appliance: "kettle", longest: 100))
    }

    @Test("several appliances come in the order asked for, each once, from the houses that have them")
    func several() throws {
        try houses.writeHouse(1, appliances: ["fridge_freezer", "kettle"]).writeHouse(
            2, appliances: ["kettle", "fridge"]
        )
        .writeHouse(3, appliances: ["tv"])
        var request = houses.request()
        request.appliances = ["kettle", "fridge", "fridge-freezer"]
        let dataset = try Dataset.load(request)
        #expect(dataset.appliances.map(\.appliance) == ["kettle", "fridge"])
        #expect(dataset.appliances[1].train.map(\.house) == ["house_1", "house_2"])
        #expect(dataset.files.count == 8)
        #expect(dataset.files[1].path == houses.path("channel_1.dat"))
        #expect(dataset.files.allSatisfy { $0.sha256.count == 64 && $0.bytes > 0 })
    }

    @Test("the hash of the data is another one when a byte is")
    func hash() throws {
        try houses.writeHouse()
        let before = try Dataset.load(houses.request()).sha256
        #expect(try Dataset.load(houses.request()).sha256 == before)
        try houses.write("1 aggregate\n2 kettle \n", to: "labels.dat")
        #expect(try Dataset.load(houses.request()).sha256 != before)
    }

    @Test("days are London's, the last one included")
    func days() throws {
        // From Saturday's noon in winter time for three days, over the change to summer time on the 29th.
        try houses.writeHouse(rows: 300, start: 1_427_544_000)
        let labels = (0..<260).map { "\(1_427_544_000 + 1000 * $0) \($0)\n" }.joined()
        try houses.write(labels, to: "channel_1.dat").write(labels, to: "channel_2.dat")
        var request = houses.request(window: 2, stride: 1)
        request.period = 1000
        request.preparation.fillLimit = 1000
        request.from = "2015-03-29"
        request.to = "2015-03-29"
        let data = try Dataset.load(request).appliances[0]
        #expect(data.train[0].start == 1_427_588_000)
        // The day has 23 hours: 82,800 s.
        #expect(data.test[0].end == 1_427_670_000)
        #expect(Part.allCases.reduce(0) { $0 + data[$1][0].rows } == 82)
    }

    @Test("a part is summed up with its windows and gaps")
    func summary() throws {
        try houses.writeHouse()
        let lines = (0..<100).filter { $0 != 30 && $0 != 95 }.map { "\(1_424_734_800 + 6 * $0) \($0)\n" }
        try houses.write(lines.joined(), to: "channel_2.dat")
        let data = try Dataset.load(houses.request(window: 8, stride: 4)).appliances[0]
        let summaries = data.summaries(length: 8, stride: 4, coveringStride: 8)
        #expect(summaries.map(\.part) == [.train, .validation, .test])
        #expect(
            summaries[0]
                == DataPart(
                    part: .train, house: "house_1", appliance: "kettle", start: 1_424_734_800,
                    end: 1_424_734_800 + 360, rows: 60, missingRows: 1, windows: 12, windowsWithGaps: 2))
        #expect(summaries[2].windows == 2)
        #expect(summaries[2].windowsWithGaps == 1)
    }

    @Test("houses that aren't there are refused with those that are")
    func unknownHouse() throws {
        try houses.writeHouse(1).writeHouse(3)
        #expect(refusal { $0.trainHouses = [2] } == .unknownHouse(2, available: [1, 3], explanation: nil))
        #expect(refusal { $0.testHouses = [9] } == .unknownHouse(9, available: [1, 3], explanation: nil))
        #expect(refusal { $0.testHouses = ["one"] } == .unknownHouse("one", available: [1, 3], explanation: nil))
        #expect(
            refusal {
                $0.trainHouses = [1, 3]; $0.testHouses = [3]
            } == .houseInTrainingAndTest(3))
        #expect(refusal { $0.testHouses = [1, 3] } == .noTrainingHouse(appliance: "kettle"))
    }

    @Test("appliances that aren't there are refused with those that are")
    func unknownAppliance() throws {
        try houses.writeHouse(1, appliances: ["kettle", "fridge"]).writeHouse(2, appliances: ["tv"])
        let available = ["house 1": ["fridge", "kettle"], "house 2": ["tv"]]
        #expect(
            refusal { $0.appliances = ["kettel"] }
                == .unknownAppliance("kettel", nearest: "kettle", available: available))
        #expect(
            refusal {
                $0.appliances = ["sauna"]; $0.trainHouses = [2]
            }
                == .unknownAppliance("sauna", nearest: nil, available: available))
        #expect(
            refusal { $0.trainHouses = [1, 2] }
                == .houseWithoutAppliance("kettle", house: "house 2", missingFile: nil, available: ["tv"]))
        #expect(refusal { $0.appliances = [] } == .noAppliance(available: available))
        let message = refusal { $0.appliances = ["kettel"] }?.description
        #expect(
            message
                == "no house has the appliance kettel (did you mean kettle?). There are in house 1: fridge, kettle; "
                + "in house 2: tv")
    }

    @Test("a labelled appliance whose file is absent is refused with the file")
    func absentFile() throws {
        try houses.writeHouse(1, appliances: ["kettle", "fridge"])
        let path = houses.path("channel_2.dat")
        try FileManager.default.removeItem(atPath: path)
        #expect(
            refusal { $0.trainHouses = [1] }
                == .houseWithoutAppliance("kettle", house: "house 1", missingFile: path, available: ["fridge"]))
    }

    @Test("a window must fit into every part, between the gaps")
    func windowTooLong() throws {
        try houses.writeHouse()
        #expect(
            refusal { $0.window = 61 } == .windowTooLong(window: 61, part: .train, appliance: "kettle", longest: 60))
        #expect(
            refusal { $0.window = 21 }
                == .windowTooLong(window: 21, part: .validation, appliance: "kettle", longest: 20))
        let lines = (0..<100).filter { $0 % 7 != 6 }.map { "\(1_424_734_800 + 6 * $0) \($0)\n" }
        try houses.write(lines.joined(), to: "channel_2.dat")
        #expect(
            refusal { $0.window = 7 }
                == .windowTooLong(
                    window: 7, part: .train, appliance: "kettle", longest: 6,
                    lost: ["14 of 100 rows of kettle in house_1 are missing, in 14 gaps (--fill-limit)"]))
        // Runs of 6 rows start at 0, 7, ...; rows 0 to 5 have a window of 6, unless the stride never meets one.
        #expect(throws: Never.self) { try Dataset.load(houses.request(window: 6, stride: 6)) }
        try houses.write(lines.dropFirst().joined(), to: "channel_2.dat")
        #expect(
            refusal {
                $0.window = 6; $0.stride = 4; $0.to = nil; $0.split = [20, 40, 40]
            }
                == .noTrainingWindow(window: 6, stride: 4, appliance: "kettle"))
    }

    @Test(
        "what makes no sense is refused before a file is read",
        arguments: [
            { $0.window = 0 }, { $0.stride = 0 }, { $0.stride = 6 }, { $0.period = 0 }, { $0.period = 86401 },
            { $0.split = [60, 20, 10] }, { $0.from = "yesterday" }, { $0.to = "2015-02-30" },
            {
                $0.from = "2015-03-02"; $0.to = "2015-03-01"
            },
        ] as [@Sendable (inout DatasetRequest) -> Void])
    func usage(change: @Sendable (inout DatasetRequest) -> Void) throws {
        try houses.writeHouse().write("damage", to: "channel_1.dat")
        #expect(refusal(change)?.category == .usage)
    }

    @Test("days without a reading are refused with those that have some")
    func otherDays() throws {
        try houses.writeHouse()
        let error = refusal {
            $0.from = "2016-01-01"; $0.to = "2016-01-02"
        }
        #expect(
            error?.description == "house_1 has no reading from 2016-01-01 to 2016-01-02, its readings are from "
                + "2015-02-23 to 2015-02-23; choose days among those")
    }
}
