import Foundation
import Runs
import Support
import TestSupport
import Testing

@Suite("build on houses")
struct HousesTests {
    private func build(_ houses: Houses, _ options: [String]) throws -> Results {
        let outcome = try Program.run(["build", "--run-id", "a"] + Houses.small + options, in: houses.folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try ResultsFile.read(path: houses.folder("output/a/results.json"))
    }

    @Test("two appliances have a model and a row of results each")
    func appliances() throws {
        let houses = try Houses()
        let results = try build(houses, ["--appliance", "kettle", "--appliance", "fridge"])
        #expect(results.appliances.map(\.name) == ["kettle", "fridge"])
        #expect(results.appliances.map(\.onThresholdW) == [2000, 50])
        #expect(results.appliances.allSatisfy { $0.n > 0 && $0.nOn > 0 })
        let files = try names(in: houses.folder("output/a"))
        #expect(
            files.filter { $0.hasSuffix(".safetensors") } == ["model-fridge.safetensors", "model-kettle.safetensors"])
        #expect(Set(results.windows.map(\.appliance)) == ["kettle", "fridge"])
    }

    @Test("training and test houses stay apart")
    func split() throws {
        let houses = try Houses([1, 2])
        let results = try build(
            houses, ["--appliance", "kettle", "--train-houses", "1", "--test-houses", "2"])
        let parts = results.run.data.parts
        #expect(Set(parts.filter { $0.part == .test }.map(\.house)) == ["house_2"])
        #expect(Set(parts.filter { $0.part != .test }.map(\.house)) == ["house_1"])
        #expect(Set(results.windows.map(\.house)) == ["house_2"])
        #expect(results.run.data.files.count == 6)
        #expect(results.run.data.leakage?.passed == true)
    }

    @Test("a training house alone leaves the other one unread")
    func oneHouse() throws {
        let houses = try Houses([1, 2])
        try houses.write("what no reader accepts", to: "channel_2.dat", house: 2)
        let results = try build(houses, ["--appliance", "kettle", "--train-houses", "1"])
        #expect(Set(results.run.data.parts.map(\.house)) == ["house_1"])
    }

    @Test("a gap is counted and said")
    func gap() throws {
        let houses = try Houses()
        // Five minutes: more than a reading may stand in for.
        try houses.edit("channel_1.dat") { $0.removeSubrange(300..<350) }
        let results = try build(houses, ["--appliance", "kettle"])
        let train = try #require(results.run.data.parts.first { $0.part == .train })
        #expect(train.missingRows > 0 && train.windowsWithGaps > 0)
        #expect(results.notices.contains { $0.kind == .data })
        let house = try #require(results.run.data.houses?.first)
        #expect(house.meters.map(\.meter) == ["aggregate", "kettle"])
        #expect(house.meters[0].gaps == 1 && house.meters[0].missing > 0 && house.meters[1].gaps == 0)
        #expect(house.meters.allSatisfy { $0.samplingS == 6 })
        let leakage = try #require(results.run.data.leakage)
        #expect(leakage.passed && leakage.sharedHouses == ["house_1"] && leakage.distanceS == 0)
    }

    @Test("a house that is another one under a second number is said")
    func copy() throws {
        let houses = try Houses([1, 2])
        for channel in 1...3 {
            let text = try String(contentsOfFile: houses.path("channel_\(channel).dat"), encoding: .utf8)
            try houses.write(text, to: "channel_\(channel).dat", house: 2)
        }
        let options = ["--appliance", "kettle", "--train-houses", "1", "--test-houses", "2", "--run-id", "a"]
        let outcome = try Program.run(["build"] + Houses.small + options, in: houses.folder)
        let said = "rows of house 2 are those of house 1 under another name"
        #expect(outcome.status == 0 && outcome.errors.contains(said), "\(outcome.errors)")
        let results = try ResultsFile.read(path: houses.folder("output/a/results.json"))
        #expect(results.notices.contains { $0.kind == .leak && $0.said.english.contains(said) })
        #expect(results.run.data.leakage?.copies == [CopiedHouse(scored: "house_2", learnt: "house_1", rows: 1200)])
        let page = try String(contentsOfFile: houses.folder("output/a/report.html"), encoding: .utf8)
        #expect(page.contains(said))
    }
}
