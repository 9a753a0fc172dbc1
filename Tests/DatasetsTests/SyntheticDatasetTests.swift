import Runs
import Support
import Testing

@testable import Datasets

@Suite struct SyntheticDatasetTests {
    private let request = DatasetRequest(
        source: .synthetic, period: 1, syntheticWindows: [5, 3, 2], seed: 4, window: 40, stride: 40)

    @Test("the parts have the windows asked for, one after the other, from streams of their own")
    func parts() throws {
        let dataset = try Dataset.load(request)
        let data = try #require(dataset.appliances.first)
        #expect(data.appliance == "pulse")
        #expect(Part.allCases.map { data[$0].count } == [5, 3, 2])
        #expect(data.validation[0].start == 200)
        #expect(data.test[0].start == 320)
        #expect(data.train[0].truth != data.validation[0].truth)
        #expect(dataset.timeZone == nil)
        #expect(dataset.files.isEmpty)
        #expect(Windows(of: data.train, length: 40, stride: 40).count == 5)
    }

    @Test("no two parts of any of the seeds 0 to 9, and of the last ones, share a window")
    func seeds() throws {
        var seen: Set<[Float]> = []
        for seed in Array(0..<10) + [UInt64.max - 1, .max] {
            var own = request
            own.seed = seed
            let data = try Dataset.load(own).appliances[0]
            for window in (data.train + data.validation + data.test).map(\.aggregate) {
                #expect(seen.insert(window).inserted, "seed \(seed)")
            }
        }
    }

    @Test("the test part alone is of the same data: same samples, same sha256")
    func testPart() throws {
        let all = try Dataset.load(request)
        var scored = request
        scored.scope = .test
        let test = try Dataset.load(scored)
        #expect(test.sha256 == all.sha256 && test.appliances[0].train.isEmpty)
        #expect(test.appliances[0].test.map(\.truth) == all.appliances[0].test.map(\.truth))
    }

    @Test("the largest seed has a next one")
    func largestSeed() throws {
        var last = request
        last.seed = .max
        #expect(try Dataset.load(last).sha256 != Dataset.load(request).sha256)
    }

    @Test(
        "what synthetic data don't have can't be asked of them",
        arguments: [
            { $0.period = 6 }, { $0.trainHouses = [1] }, { $0.testHouses = [1] }, { $0.from = "2015-01-01" },
            { $0.to = "2015-01-01" }, { $0.syntheticWindows = [] }, { $0.syntheticWindows = [1, 0, 1] },
            { $0.appliances = ["kettle"] },
            {
                $0.window = 29; $0.stride = 1
            }, { $0.stride = 41 }, { $0.stride = 0 },
            { $0.window = .max }, { $0.window = 1 << 26 }, { $0.syntheticWindows = [.max, .max, 1] },
            { $0.syntheticWindows = [1 << 21, 1, 1] },
        ] as [@Sendable (inout DatasetRequest) -> Void])
    func refused(change: @Sendable (inout DatasetRequest) -> Void) {
        var changed = request
        change(&changed)
        #expect(throws: DatasetError.self) { try Dataset.load(changed) }
    }

    @Test("another appliance is refused with the one there is")
    func otherAppliance() {
        var changed = request
        changed.appliances = ["kettle"]
        let error = #expect(throws: DatasetError.self) { try Dataset.load(changed) }
        #expect(error?.description.contains("pulse") == true)
    }
}
