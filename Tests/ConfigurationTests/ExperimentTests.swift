import Testing

@testable import Configuration

@Suite("Experiments")
struct ExperimentTests {
    private func experiment(_ text: String) throws -> Experiment {
        try ExperimentFile.experiment(text: text, path: "e.yaml")
    }

    private func error(_ text: String) throws -> String {
        try #require(throws: ConfigurationError.self) { try experiment(text).cases() }.description
    }

    @Test("are each data set with each appliance, model and seed, in the order of the file") func product() throws {
        let cases = try experiment(
            """
            settings: {preset: real, epochs: 3, width: 8, heads: 2}
            data:
              one: {data: "ukdale:d", train_houses: [1]}
              two: {data: "refit:d", appliances: [Washing Machine]}
            appliances: [kettle, fridge]
            models:
              wide: {width: 16}
              plain:
            seeds: [7, 8]
            """
        ).cases()
        #expect(cases.count == (2 + 1) * 2 * 2)
        #expect(cases.prefix(3).map(\.runID) == ["one_kettle_wide_7", "one_kettle_wide_8", "one_kettle_plain_7"])
        let last = try #require(cases.last)
        #expect(last.runID == "two_Washing-Machine_plain_8" && last.configuration.appliances == ["Washing Machine"])
        #expect(last.configuration.data == "refit:d" && last.configuration.seed == 8 && last.configuration.epochs == 3)
        #expect(cases[0].configuration.width == 16 && last.configuration.width == 8)
    }

    @Test("need no more than a model: one data set, its own appliance, seed 0") func least() throws {
        let cases = try experiment("models: {nilm: {}}").cases()
        #expect(cases.map(\.runID) == ["data_nilm_0"])
        #expect(cases[0].appliance == nil && cases[0].configuration == Preset.demo.configuration)
    }

    @Test(
        "name their runs in letters and digits, with a hash for what is none of ours, and no longer than a run's name")
    func runIDs() throws {
        let cases = try experiment(
            """
            data: {東京 1: {}, 大阪 1: {}, House 1: {}}
            models: {Küche: {}, plain: {}}
            """
        ).cases()
        #expect(Set(cases.map(\.runID)).count == 6)
        #expect(cases.last?.runID == "House-1_plain_0")
        #expect(cases[0].runID.prefixMatch(of: /1-[0-9a-f]{8}_K-che-[0-9a-f]{8}_0/) != nil, "\(cases[0].runID)")
        let long = String(repeating: "x", count: 80)
        let two = try experiment(
            "appliances: [\(long)1, \(long)2]\nmodels: {\(String(repeating: "m", count: 30)): {}}"
        ).cases()
        #expect(two.map(\.runID.utf8.count) == [100, 100] && two[0].runID != two[1].runID)
    }

    @Test("run an appliance once that is named twice") func once() throws {
        let cases = try experiment("appliances: [oven, kettle, Oven]\nmodels: {a: {}}").cases { $0.lowercased() }
        #expect(cases.map(\.appliance) == ["oven", "kettle"])
    }

    @Test(
        "that cannot be meant are refused with the line and what to write",
        arguments: [
            ("", "e.yaml, line 1: an experiment is lines of \"key: value\""),
            ("seeds: [1]", "e.yaml, line 1: models is missing"),
            ("models: {a: {}}\nseed: [1]", "e.yaml, line 2: an experiment has no key \"seed\"; did you mean seeds?"),
            (
                "models: {a: {}}\nseeds: [1, 1]",
                "e.yaml, line 2: seeds must be different whole numbers from 0, got \"1\""
            ),
            ("models: {a: {}}\nseeds: [-1]", "e.yaml, line 2: seeds must be different whole numbers from 0"),
            ("models: [a]", "e.yaml, line 1: models must be names with settings"),
            ("models:\n  a: 1", "e.yaml, line 2: models: a must be settings"),
            ("models:\n  ../a: {}", "e.yaml, line 2: a name under models must"),
            ("models:\n  a: {with: 2}", "e.yaml, line 2: there is no setting \"with\"; did you mean width?"),
            ("models: {a b: {}, a-b: {}}", "e.yaml, line 1: two runs would be named data_a-b_0"),
            ("models: {a: {heads: 3}}", "width is 64 and heads 3"),
        ])
    func refusals(text: String, message: String) throws {
        let got = try error(text)
        #expect(got.hasPrefix(message), "\(got)")
    }
}
