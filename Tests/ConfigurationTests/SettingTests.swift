import Testing

@testable import Configuration

/// What a key takes and what it refuses.
struct SettingCase: Sendable, CustomTestStringConvertible {
    let key: String
    let good: [[String]]
    let bad: [[String]]

    init(_ key: String, good: [String], bad: [String]) {
        self.init(
            key, good: good.map { [$0] },
            bad: bad.map { [$0] } + [[], good.prefix(1) + good.prefix(1)].map { Array($0) })
    }

    /// For lists, which may be empty or of several words.
    init(_ key: String, good: [[String]], bad: [[String]]) {
        self.key = key
        self.good = good
        self.bad = bad
    }

    var testDescription: String { key }
}

@Suite("Settings")
struct SettingTests {
    private static let notNumbers = ["", " ", "x", "1x", "nan", "inf", "1,5", "--1", "0x"]
    private static let notWholeNumbers = notNumbers + ["1.5", "1e3", "99999999999999999999"]

    static let cases: [SettingCase] = [
        SettingCase("preset", good: ["demo", "quick", "seed", "real"], bad: ["", "Demo", "demos"]),
        SettingCase("data", good: [["synthetic"], ["ukdale:a b"]], bad: [[], ["a", "b"]]),
        SettingCase("csv_time", good: [[], ["time"], ["1"], ["Date", "Time"]], bad: [["a", "b", "c"], [""]]),
        SettingCase("csv_aggregate", good: [[], ["Mains (kW)"], ["a", "b-c"]], bad: [[""], ["a", ""]]),
        SettingCase(
            "csv_appliances", good: [[], ["kettle=3"], ["kettle=3", "fridge"]], bad: [[""], ["kettle", ""]]),
        SettingCase("csv_unit", good: [[], ["W"], ["kWh"]], bad: [["w"], ["KW"], [""], ["W", "kW"]]),
        SettingCase("csv_meter", good: [[], ["sensor.grid"]], bad: [["a", "b"]]),
        SettingCase("csv_date_order", good: [[], ["dmy"]], bad: [["DMY"], [""], ["dmy", "mdy"]]),
        SettingCase("csv_decimal", good: [[], ["comma"]], bad: [[","], [""]]),
        SettingCase("time_zone", good: [[], ["Europe/London"]], bad: [["a", "b"]]),
        SettingCase("mains", good: ["channel", "file"], bad: ["", "mains.dat"]),
        SettingCase(
            "fill_limit", good: [[], ["0"], ["86400"]], bad: [["-1"], ["86401"], ["1.5"], ["x"], ["1", "1"]]),
        SettingCase("stuck_limit", good: [[], ["0"], ["1000000"]], bad: [["-1"], ["1000001"], ["1h"]]),
        SettingCase("appliance_limit", good: [[], ["1"], ["3998.5"]], bad: [["0"], ["-1"], ["2e9"], ["nan"]]),
        SettingCase("aggregate_limit", good: [[], ["1"], ["1e9"]], bad: [["0.5"], ["inf"], ["x"]]),
        SettingCase("issues", good: ["drop", "keep"], bad: ["", "mask"]),
        SettingCase(
            "appliances", good: [[], ["kettle"], ["kettle", "fridge"], (0..<1000).map { "a\($0)" }],
            bad: [(0..<1001).map { "a\($0)" }]),
        SettingCase("train_houses", good: [[], ["1"], ["1", "5"], ["a/1", "home"]], bad: [[""], ["1", ""]]),
        SettingCase("test_houses", good: [[], ["2"]], bad: [[""]]),
        SettingCase("from", good: [[], ["2013-05-01"]], bad: [["2013", "05"]]),
        SettingCase("to", good: [[], ["2013-05-01"]], bad: [["2013", "05"]]),
        SettingCase(
            "split", good: [["60", "20", "20"], ["33.5", "33.25", "33.25"]],
            bad: [
                [], ["100"], ["50", "50"], ["60", "20", "21"], ["100", "0", "0"], ["120", "-10", "-10"],
                ["60", "20", "10", "10"], ["60", "20", "x"], ["nan", "nan", "nan"],
            ]),
        SettingCase("period", good: ["1", "86400"], bad: notWholeNumbers + ["0", "-1", "86401"]),
        SettingCase(
            "synthetic_windows", good: [[], ["1", "1", "1"], ["1000000", "1", "1"]],
            bad: [
                ["1"], ["1", "1"], ["1", "1", "1", "1"], ["0", "1", "1"], ["1000001", "1", "1"], ["1", "x", "1"],
            ]),
        SettingCase("window", good: ["1", "1000000"], bad: notWholeNumbers + ["0", "-1", "1000001"]),
        SettingCase("stride", good: ["1", "999"], bad: notWholeNumbers + ["0", "-1"]),
        SettingCase(
            "windows", good: [[], ["kettle=256"], ["kettle=1", "a b=c=1000000"]],
            bad: [
                ["256"], ["kettle="], ["=256"], ["kettle=0"], ["kettle=1000001"], ["kettle=x"],
                ["kettle=1", "kettle=2"],
                ["kettle=1", ""],
            ]),
        SettingCase("strides", good: [[], ["kettle=1"]], bad: [["kettle=0"], ["kettle=-1"], ["kettle=1.5"]]),
        SettingCase("model", good: ["nilm", "seed", "conv", "fine", "coarse"], bad: ["", "Seed", "conv2"]),
        SettingCase("width", good: ["1", "4096"], bad: notWholeNumbers + ["0", "4097"]),
        SettingCase("heads", good: ["1", "256"], bad: notWholeNumbers + ["0", "257"]),
        SettingCase("depth", good: ["1", "256"], bad: notWholeNumbers + ["0", "257"]),
        SettingCase("scales", good: [["1"], ["1", "4", "16"]], bad: [[], ["0"], ["65537"], ["4", "4"], ["x"]]),
        SettingCase("dilations", good: ["0", "9", "16"], bad: notWholeNumbers + ["-1", "17"]),
        SettingCase("band", good: [[], ["0"], ["64"]], bad: [["-1"], ["x"], ["1.5"], ["64", "64"]]),
        SettingCase("feed_forward", good: [["1"], ["16"]], bad: [["0"], ["17"], ["1.5"], ["none"], []]),
        SettingCase("dropout", good: ["0", "0.1", "0.999"], bad: notNumbers + ["1", "-0.1", "1.5"]),
        SettingCase("calendar", good: [[], ["day"], ["week", "day"]], bad: [["month"], ["day", "day"], [""]]),
        SettingCase("normalisation", good: ["none", "kilowatt", "standard"], bad: ["", "None", "z"]),
        SettingCase("loss", good: ["l1", "mse", "mixed"], bad: ["", "L1", "mae"]),
        SettingCase("on_weight", good: ["0", "0.3", "1000"], bad: ["-1", "x", "1001"]),
        SettingCase("schedule", good: ["constant", "cosine"], bad: ["", "linear"]),
        SettingCase("epochs", good: ["1", "1000000"], bad: notWholeNumbers + ["0", "1000001"]),
        SettingCase("epoch_windows", good: [[], ["1"]], bad: [["0"], ["x"], ["1.5"]]),
        SettingCase("on_share", good: [[], ["0"], ["0.5"], ["1"]], bad: [["-0.1"], ["1.1"], ["x"]]),
        SettingCase("amplitude", good: ["0", "0.3", "10"], bad: ["-1", "11", "x"]),
        SettingCase(
            "amplitudes", good: [[], ["kettle=0.5", "microwave=0"]], bad: [["0.5"], ["kettle=11"], ["kettle=-1"]]),
        SettingCase("offset", good: ["0", "300"], bad: ["-1", "x"]),
        SettingCase("mixing", good: ["0", "0.5", "1"], bad: ["-0.1", "1.1", "x"]),
        SettingCase("budget", good: [[], ["90"], ["4m"]], bad: [["0"], ["-4m"], ["m"], ["4 m"], ["4m", "4m"], [""]]),
        SettingCase("batch", good: ["1", "65536"], bad: notWholeNumbers + ["0", "65537"]),
        SettingCase("learning_rate", good: ["1e-3", "0.5"], bad: notNumbers + ["0", "-1"]),
        SettingCase("clip", good: ["1", "0.5", "1e9"], bad: notNumbers + ["0", "-1"]),
        SettingCase(
            "seed", good: ["0", "18446744073709551615"], bad: notWholeNumbers + ["-1", "18446744073709551616"]),
        SettingCase("house_levels", good: ["learnt", "found"], bad: ["", "Found", "yes"]),
        SettingCase(
            "metric_profile", good: ["default", "kelly", "bert4nilm", "nilmformer", "nilmformer_refit", "nilmtk"],
            bad: ["", "Kelly", "standard"]),
        SettingCase(
            "on_thresholds", good: [[], ["kettle=1000", "fridge=40.5"]],
            bad: [["1000"], ["kettle=0"], ["kettle=-1"], ["kettle=nan"], ["kettle=inf"], ["kettle=1", "kettle=1"]]),
        SettingCase("min_on", good: [[], ["kettle=0"], ["kettle=86400"]], bad: [["kettle=-1"], ["kettle=86401"]]),
        SettingCase("min_off", good: [[], ["kettle=12"]], bad: [["kettle=-1"], ["kettle=1.5"], ["12"]]),
        SettingCase("event_tolerances", good: [[], ["kettle=0"]], bad: [["kettle=-1"], ["kettle=86401"], ["30"]]),
        SettingCase("gates", good: [[], ["mae_w<30", "dish washer.f1 >= 0.8"]], bad: [[""]]),
    ]

    @Test("every key has a case here, and none is there twice")
    func complete() {
        #expect(Self.cases.map(\.key) == Setting.all.map(\.key))
        #expect(Set(Setting.all.map(\.key)).count == Setting.all.count)
    }

    @Test("take what is within their bounds and give back the same words", arguments: cases)
    func good(setting: SettingCase) throws {
        let key = try #require(Setting.named(setting.key))
        for words in setting.good {
            var configuration = Preset.demo.configuration
            #expect(key.set(&configuration, words) != nil, "\(words)")
            // Words may be spelled otherwise (1e-3 and 0.001), but setting them again must change nothing.
            var again = Preset.demo.configuration
            #expect(key.set(&again, key.words(configuration)) != nil, "\(words)")
            #expect(again == configuration, "\(words)")
        }
    }

    @Test("refuse what is not, and change nothing", arguments: cases)
    func bad(setting: SettingCase) throws {
        let key = try #require(Setting.named(setting.key))
        for words in setting.bad {
            var configuration = Preset.demo.configuration
            #expect(key.set(&configuration, words) == nil, "\(words)")
            #expect(configuration == Preset.demo.configuration, "\(words)")
        }
    }

    @Test("are set to nothing by the word none, where they say so")
    func none() throws {
        let keys = Setting.all.filter { $0.expected.hasSuffix("or none") }
        #expect(keys.map(\.key).contains("on_share") && keys.map(\.key).contains("budget"))
        for key in keys {
            var (configuration, empty) = (Preset.real.configuration, Preset.real.configuration)
            #expect(key.set(&configuration, ["none"]) != nil && key.set(&empty, []) != nil, "\(key.key)")
            #expect(configuration == empty && key.words(configuration).isEmpty, "\(key.key)")
        }
    }

    @Test("say what is expected, and where they can be written")
    func texts() throws {
        for setting in Setting.all { #expect(!setting.expected.isEmpty) }
        let rate = try #require(Setting.named("learning_rate"))
        #expect(rate.option == "--learning-rate" && rate.variable == "NILM_REPORT_LEARNING_RATE")
        #expect(Setting.named("loss")?.expected == "one of l1, mse, mixed")
        #expect(Setting.named("Loss") == nil)
    }

    @Test(
        "times are written in seconds, minutes or hours",
        arguments: [("90", 90), ("90s", 90), ("4m", 240), ("1.5h", 5400), ("0.5", 0.5), ("1e2", 100), ("1e1m", 600)])
    func seconds(text: String, value: Double) throws {
        let seconds = try #require(Seconds(words: [text]))
        #expect(seconds.value == value)
        #expect(Seconds(words: seconds.words) == seconds)
    }

    @Test(
        "what is no time is refused",
        arguments: ["", "s", "0", "0m", "-1", "4d", "4mm", "m4", "4 m", " 4m", "nan", "infs", "inf", "1e400"])
    func noSeconds(text: String) {
        #expect(Seconds(words: [text]) == nil)
    }
}
