import Datasets
import Networks
import Scoring
import Testing

@testable import Configuration

@Suite("Layers of settings")
struct ResolutionTests {
    private func layer(_ settings: [(String, [String])], from option: String = "--x") throws -> ConfigurationLayer {
        var layer = ConfigurationLayer()
        for (key, words) in settings { try layer.add(key, words, from: .option(option)) }
        return layer
    }

    @Test("without any setting there is the demo, or the preset asked for")
    func none() throws {
        #expect(try RunConfiguration.resolve([]) == Preset.demo.configuration)
        #expect(try RunConfiguration.resolve([], preset: .quick) == Preset.quick.configuration)
    }

    @Test("a later layer goes over an earlier one, key by key")
    func precedence() throws {
        let file = try ConfigurationFile.layer(text: "epochs: 3\nbatch: 4\nseed: 5\n", path: "c.yaml")
        let environment = try ConfigurationLayer(
            environment: ["NILM_REPORT_EPOCHS": "30", "NILM_REPORT_BATCH": "40", "PATH": "/bin"])
        let options = try layer([("epochs", ["300"])])
        let configuration = try RunConfiguration.resolve([file, environment, options])
        #expect(configuration.epochs == 300 && configuration.batch == 40 && configuration.seed == 5)
        #expect(configuration.width == Preset.demo.configuration.width)
    }

    @Test("the topmost preset counts, and every layer's settings go over it")
    func presets() throws {
        let file = try ConfigurationFile.layer(text: "epochs: 3\npreset: seed\nwidth: 32\n", path: "c.yaml")
        let options = try layer([("preset", ["quick"]), ("depth", ["7"])])
        let configuration = try RunConfiguration.resolve([file, options])
        var wanted = Preset.quick.configuration
        wanted.epochs = 3
        wanted.width = 32
        wanted.depth = 7
        #expect(configuration == wanted)
    }

    @Test("of one layer the last of two settings counts")
    func repeated() throws {
        #expect(try RunConfiguration.resolve([try layer([("epochs", ["3"]), ("epochs", ["4"])])]).epochs == 4)
    }

    @Test("a shorter window brings a stride that fits, unless a stride was given")
    func windowAndStride() throws {
        #expect(try RunConfiguration.resolve([try layer([("window", ["100"])])]).stride == 100)
        let both = try RunConfiguration.resolve([try layer([("window", ["100"]), ("stride", ["30"])])])
        #expect(both.window == 100 && both.stride == 30)
    }

    @Test("an appliance has its own window and stride where it is named, else the common ones")
    func ownWindows() throws {
        let layer = try layer([
            ("window", ["100"]), ("stride", ["50"]), ("windows", ["kettle=40", "fridge=200"]),
            ("strides", ["fridge=70"]),
        ])
        let configuration = try RunConfiguration.resolve([layer])
        #expect(["kettle", "fridge", "oven"].map(configuration.window) == [40, 200, 100])
        // A window of its own brings a stride that is the same part of it.
        #expect(["kettle", "fridge", "oven"].map(configuration.stride) == [20, 70, 50])
        let fridge = configuration.narrowed(to: "fridge")
        #expect(fridge.window == 200 && fridge.stride == 70 && fridge.epochs == configuration.epochs)
        #expect(fridge.batch == configuration.batch / 2)
    }

    @Test("real gives appliances that are on for minutes shorter windows, unless a window was given")
    func briefAppliances() throws {
        let appliances = ("appliances", ["kettle", "microwave"])
        func resolve(_ settings: [(String, [String])]) throws -> RunConfiguration {
            try RunConfiguration.resolve([try layer([("data", ["ukdale:x"]), appliances] + settings)], preset: .real)
        }
        let real = try resolve([])
        #expect(real.window(of: "kettle") == 2048 && real.window(of: "microwave") == 512)
        let own = real.narrowed(to: "microwave")
        #expect(own.stride == 64 && own.batch == 4 * real.batch && own.epochWindows == 4 * (real.epochWindows ?? 0))
        #expect(try resolve([("window", ["1024"])]).window(of: "microwave") == 1024)
        #expect(try resolve([("windows", ["microwave=256"])]).window(of: "microwave") == 256)
        #expect(try resolve([("period", ["30"])]).window(of: "microwave") == 128)
        #expect(try resolve([("window", ["8192"])]).batch == 2)
    }

    @Test("real trains less and changes powers, but of brief appliances, where a scored house is not trained on")
    func unseenHouses() throws {
        func resolve(train: [String], test: [String], _ own: [(String, [String])] = []) throws -> RunConfiguration {
            let data = [
                ("data", ["ukdale:x"]), ("appliances", ["kettle", "microwave"]), ("train_houses", train),
                ("test_houses", test),
            ]
            return try RunConfiguration.resolve([try layer(data + own)], preset: .real)
        }
        let unseen = try resolve(train: ["1", "5"], test: ["1", "2"])
        #expect(unseen.amplitude == 0.5 && unseen.narrowed(to: "kettle").amplitude == 0.5)
        #expect(unseen.narrowed(to: "microwave").amplitude == 0 && unseen.houseLevels == .found)
        #expect(unseen.epochs == 15 && unseen.batch == 8 && unseen.narrowed(to: "microwave").batch == 32)
        #expect(try resolve(train: ["1"], test: ["2"], [("window", ["1024"])]).batch == 16)
        #expect(try resolve(train: ["1"], test: ["2"], [("epochs", ["20"])]).epochs == 20)
        #expect(try resolve(train: ["1"], test: ["2"], [("batch", ["3"])]).batch == 3)
        for seen in [try resolve(train: ["1", "5"], test: ["5"]), try resolve(train: ["1"], test: [])] {
            #expect(seen.amplitude == 0 && seen.amplitudes == PerAppliance() && seen.epochs == 50 && seen.batch == 2)
        }
        let given = try resolve(train: ["1"], test: ["2"], [("amplitude", ["0.2"])])
        #expect(given.amplitude == 0.2 && given.narrowed(to: "microwave").amplitude == 0.2)
        let own = try resolve(train: ["1"], test: ["2"], [("amplitudes", ["microwave=0.3"])])
        #expect(own.narrowed(to: "kettle").amplitude == 0.5 && own.narrowed(to: "microwave").amplitude == 0.3)
    }

    @Test("appliances' settings are found under every name that means the same, and refused under two of them")
    func names() throws {
        let canonical = { $0 == "fridge_freezer" ? "fridge" : $0 }
        let one = try RunConfiguration.resolve([try layer([("on_thresholds", ["fridge_freezer=40"])])])
        #expect(try one.named(by: canonical).onThresholds["fridge"] == 40)
        #expect(try one.named(by: canonical).without(appliances: ["fridge"]).onThresholds == PerAppliance())
        let two = try RunConfiguration.resolve([try layer([("min_on", ["fridge_freezer=40", "fridge=40"])])])
        #expect(throws: ConfigurationError.self) { try two.named(by: canonical) }
    }

    @Test("without its data a layer says the rest still")
    func otherData() throws {
        let file = try ConfigurationFile.layer(
            text: "data: ukdale:somewhere\ntrain_houses: [1]\nwindow: 64\nstride: 32\n", path: "c.yaml")
        let configuration = try RunConfiguration.resolve([file.withoutData()])
        #expect(configuration.data == "synthetic" && configuration.trainHouses.isEmpty && configuration.window == 64)
    }

    @Test(
        "settings that contradict each other are refused with both",
        arguments: [
            ([("window", "100"), ("stride", "101")], ["stride is 101", "window 100"]),
            ([("stride", "513")], ["stride is 513", "window 512"]),
            ([("strides", "kettle=513")], ["kettle is 513", "window 512"]),
            ([("windows", "kettle=64"), ("strides", "kettle=65")], ["kettle is 65", "window 64"]),
            ([("metric_profile", "kelly"), ("on_thresholds", "kettle=9")], ["kelly", "on_thresholds"]),
            ([("width", "30"), ("heads", "4")], ["width is 30", "heads 4"]),
            ([("preset", "real")], ["real", "--data"]),
            ([("preset", "real"), ("data", "synthetic")], ["synthetic_windows"]),
        ])
    func contradictions(settings: [(String, String)], parts: [String]) throws {
        let layer = try layer(settings.map { ($0.0, [$0.1]) })
        let error = try #require(throws: ConfigurationError.self) { try RunConfiguration.resolve([layer]) }
        guard case .contradiction = error else {
            Issue.record("\(error)")
            return
        }
        for part in parts { #expect("\(error)".contains(part), "\(error)") }
    }

    @Test("every preset but the one for measured data is complete")
    func completePresets() throws {
        for preset in Preset.allCases where preset != .real {
            #expect(try RunConfiguration.resolve([], preset: preset) == preset.configuration)
        }
        let data = try layer([("data", ["ukdale:somewhere"])])
        #expect(try RunConfiguration.resolve([data], preset: .real).data == "ukdale:somewhere")
    }

    @Test("the period that the data ask for is a run's own, and its windows follow from it; one that is given stands")
    func autoPeriod() throws {
        let data = try layer([("data", ["csv:meter.csv"])])
        func resolve(_ preset: Preset, _ period: Int?, _ more: [(String, [String])] = []) throws -> RunConfiguration {
            try RunConfiguration.resolve([data, layer(more)], preset: preset, period: period)
        }
        #expect(try resolve(.real, nil).period == .auto)
        #expect(try resolve(.real, 900).period == .seconds(900))
        #expect(try resolve(.real, 900).window == 64)
        #expect(try resolve(.real, 900, [("period", ["60"])]).period == .seconds(60))
        #expect(try resolve(.real, 60, [("period", ["auto"])]).window == 256)
        #expect(try resolve(.quick, 60).window == 128 && resolve(.quick, 60).stride == 128)
        #expect(try resolve(.quick, 1800).window == 64)
        #expect(try resolve(.seed, 1800).window == 512)
        #expect(Period(words: ["7"]) == .seconds(7) && Period(words: ["auto"]) == .auto && Period(words: ["6s"]) == nil)
    }

    @Test(
        "the windows of measured data last about as long at any period, and the rest follows from them",
        arguments: [
            ([("period", "6")], 2048, 256, 150, 10), ([], 2048, 256, 150, 10), ([("period", "1")], 2048, 256, 150, 10),
            ([("period", "30")], 512, 64, 600, 8), ([("period", "300")], 64, 8, 4800, 5),
            ([("period", "1800")], 64, 8, 4800, 5), ([("period", "60")], 256, 32, 1200, 7),
            ([("window", "1000")], 1000, 125, 307, 8), ([("window", "1")], 1, 1, 307_200, 1),
            ([("period", "30"), ("stride", "7"), ("dilations", "3"), ("epoch_windows", "9")], 512, 7, 9, 3),
        ])
    func measured(settings: [(String, String)], window: Int, stride: Int, epochWindows: Int, dilations: Int) throws {
        let all = [("preset", "real"), ("data", "ukdale:somewhere")] + settings
        let configuration = try RunConfiguration.resolve([layer(all.map { ($0.0, [$0.1]) })])
        #expect(configuration.window == window && configuration.stride == stride)
        #expect(configuration.epochWindows == epochWindows && configuration.dilations == dilations)
        // Its own config.yaml makes the same run again.
        let text = ConfigurationFile.text(of: configuration)
        #expect(try ConfigurationFile.configuration(text: text, path: "c.yaml") == configuration)
    }

    @Test("the seed preset is the notebook")
    func notebook() {
        let seed = Preset.seed.configuration
        #expect(seed.window == 512 && seed.syntheticWindows[0] == 512 && seed.syntheticWindows[1] == 128)
        #expect(
            seed.width == 128 && seed.heads == 4 && seed.depth == 4 && seed.scales == [1, 4] && seed.dropout == 0.1)
        #expect(seed.learningRate == 1e-3 && seed.loss == .l1 && seed.clip == 1 && seed.batch == 16 && seed.epochs == 5)
        #expect(seed.normalisation == .none && seed.schedule == .constant && seed.budget == nil)
    }

    @Test("no preset has a time budget, so that the clock decides no result", arguments: Preset.allCases)
    func noBudget(preset: Preset) throws {
        let data = preset == .real ? [try layer([("data", ["ukdale:x"]), ("test_houses", ["2"])])] : []
        #expect(try RunConfiguration.resolve(data, preset: preset).budget == nil)
    }

    @Test("an unknown key is refused with the nearest one and where it stands")
    func unknownKeys() throws {
        var layer = ConfigurationLayer()
        let option = ConfigurationLayer.Origin.option("--epoch")
        #expect(throws: ConfigurationError.unknownKey("epoch", origin: option, nearest: "epochs")) {
            try layer.add("epoch", ["3"], from: option)
        }
        let inFile = try #require(throws: ConfigurationError.self) {
            try ConfigurationFile.layer(text: "# a comment\nepochs: 3\nlearningrate: 1\n", path: "my.yaml")
        }
        #expect(
            inFile
                == .unknownKey("learningrate", origin: .file(path: "my.yaml", line: 3), nearest: "learning_rate"))
        #expect("\(inFile)" == "my.yaml, line 3: there is no setting \"learningrate\"; did you mean learning_rate?")
        let inEnvironment = try #require(throws: ConfigurationError.self) {
            try ConfigurationLayer(environment: ["NILM_REPORT_WINDOWY": "3"])
        }
        #expect(
            inEnvironment
                == .unknownKey("windowy", origin: .variable("NILM_REPORT_WINDOWY"), nearest: "window"))
        let nothingNear = ConfigurationError.unknownKey("zzzzzzzzzz", origin: option, nearest: nil)
        #expect("\(nothingNear)".contains("the keys are preset, data"))
    }

    @Test("variables that are no settings can be excepted, others' are not looked at")
    func otherVariables() throws {
        let layer = try ConfigurationLayer(
            environment: ["NILM_REPORT_THREADS": "2", "OTHER_EPOCHS": "9", "NILM_REPORT_SEED": "9"],
            except: ["NILM_REPORT_THREADS"])
        #expect(try RunConfiguration.resolve([layer]).seed == 9)
    }

    @Test("a bad value names its origin, what was expected and what was got")
    func badValue() throws {
        let layer = try ConfigurationFile.layer(text: "width: 64\nepochs: many\n", path: "my.yaml")
        let error = try #require(throws: ConfigurationError.self) { try RunConfiguration.resolve([layer]) }
        #expect("\(error)" == "my.yaml, line 2: epochs must be a whole number from 1 to 1000000, got \"many\"")
        let nothing = try ConfigurationLayer(environment: ["NILM_REPORT_BATCH": ""])
        let empty = try #require(throws: ConfigurationError.self) { try RunConfiguration.resolve([nothing]) }
        #expect(
            "\(empty)"
                == "environment variable NILM_REPORT_BATCH: batch must be a whole number from 1 to 65536, got nothing")
    }

    @Test("a comma in the environment parts the words of a list, and is a part of any other value")
    func commas() throws {
        let layer = try ConfigurationLayer(
            environment: [
                "NILM_REPORT_DATA": "csv:a,b.csv", "NILM_REPORT_CSV_AGGREGATE": "total, W",
                "NILM_REPORT_APPLIANCES": "kettle,fridge", "NILM_REPORT_PRESET": "real", "NILM_REPORT_CSV_TIME": "",
            ])
        let configuration = try RunConfiguration.resolve([layer])
        #expect(configuration.data == "csv:a,b.csv" && configuration.csvAggregate == ["total", " W"])
        #expect(configuration.appliances == ["kettle", "fridge"] && configuration.csvTime.isEmpty)
    }

    @Test("an appliance that is named twice, or by two of its names, is one") func twice() throws {
        var layer = ConfigurationLayer()
        try layer.add("appliances", ["Oven", "oven", "kettle", "oven"], from: .option("--appliance"))
        let configuration = try RunConfiguration.resolve([layer]).named { $0.lowercased() }
        #expect(configuration.appliances == ["Oven", "kettle"])
    }

    @Test("a value in the environment or an option is split at commas")
    func words() {
        #expect(ConfigurationLayer.words("1,5") == ["1", "5"])
        #expect(ConfigurationLayer.words("") == [])
        #expect(ConfigurationLayer.words("a,,b") == ["a", "", "b"])
    }
}
