import Runs

/// One key of a configuration: its name, what may be written, and where it goes.
///
/// The name is the YAML key; with dashes it is the command-line option, in capitals behind `NILM_REPORT_` the
/// environment's variable.
package struct Setting: Sendable {
    package let key: String
    /// What may be written, for the error message.
    package let expected: String
    /// All that may be written, where that is a few words; else none.
    package let choices: [String]
    /// nil sets nothing: the words are no such value, or out of bounds.
    let set: @Sendable (inout RunConfiguration, [String]) -> Void?
    /// The value of a configuration, as it is written.
    package let words: @Sendable (RunConfiguration) -> [String]
    /// Whether a sequence stands in YAML even for one word.
    package let isList: Bool

    package var option: String { "--" + key.map { $0 == "_" ? "-" : String($0) }.joined() }
    package var variable: String { "NILM_REPORT_" + key.uppercased() }

    private init<Value: SettingValue>(
        _ key: String, _ path: any WritableKeyPath<RunConfiguration, Value> & Sendable, _ expected: String? = nil,
        isList: Bool = false, where isAllowed: @escaping @Sendable (Value) -> Bool = { _ in true }
    ) {
        self.key = key
        self.expected = expected ?? Value.description
        self.isList = isList
        choices = Value.choices
        let isOptional = self.expected.hasSuffix("or none")
        set = { configuration, words in
            let words = isOptional && words == ["none"] ? [] : words
            guard let value = Value(words: words), isAllowed(value) else { return nil }
            configuration[keyPath: path] = value
            return ()
        }
        self.words = { $0[keyPath: path].words }
    }

    /// Every key, in the order of config.yaml.
    package static let all: [Setting] = [
        Setting("preset", \.preset),
        Setting("data", \.data, "synthetic, ukdale:DIR, refit:DIR or csv:FILE"),
        Setting("csv_time", \.csvTime, "a column's name or number, or two for date and time of day", isList: true) {
            $0.count <= 2 && $0.allSatisfy { !$0.isEmpty }
        },
        Setting("csv_aggregate", \.csvAggregate, "a list of columns, each COLUMN or A-B", isList: true) {
            $0.allSatisfy { !$0.isEmpty }
        },
        Setting("csv_appliances", \.csvAppliances, "a list of columns, each NAME=COLUMN or COLUMN", isList: true) {
            $0.allSatisfy { !$0.isEmpty }
        },
        Setting("csv_unit", \.csvUnit),
        Setting("csv_meter", \.csvMeter, "what stands in a meter's lines"),
        Setting("csv_date_order", \.csvDateOrder),
        Setting("csv_decimal", \.csvDecimal),
        Setting("time_zone", \.timeZone, "a zone's name, such as Europe/London"),
        Setting("mains", \.mains),
        Setting("fill_limit", \.fillLimit, "a whole number of seconds from 0 to 86400") { $0.isNone(or: 0...86400) },
        Setting("stuck_limit", \.stuckLimit, "a whole number of seconds from 0 to 1000000, 0 for never") {
            $0.isNone(or: 0...1_000_000)
        },
        Setting("appliance_limit", \.applianceLimit, "a number of watts from 1 to 1e9") { $0.isNone(or: 1...1e9) },
        Setting("aggregate_limit", \.aggregateLimit, "a number of watts from 1 to 1e9") { $0.isNone(or: 1...1e9) },
        Setting("issues", \.issues),
        Setting("appliances", \.appliances, "a list of at most \(Results.mostAppliances) names", isList: true) {
            $0.count <= Results.mostAppliances
        },
        Setting("train_houses", \.trainHouses, "a list of house numbers", isList: true) { $0.allSatisfy { $0 > 0 } },
        Setting("test_houses", \.testHouses, "a list of house numbers", isList: true) { $0.allSatisfy { $0 > 0 } },
        Setting("from", \.from, "a day, YYYY-MM-DD"),
        Setting("to", \.to, "a day, YYYY-MM-DD"),
        Setting("split", \.split, "three percentages that add up to 100", isList: true) {
            $0.count == 3 && $0.allSatisfy { $0 > 0 } && abs($0.reduce(0, +) - 100) < 1e-9
        },
        Setting("period", \.period) { $0.seconds.map((1...86400).contains) ?? true },
        Setting(
            "synthetic_windows", \.syntheticWindows, "three whole numbers from 1 to 1000000, or none", isList: true
        ) { $0.isEmpty || ($0.count == 3 && $0.allSatisfy { (1...1_000_000).contains($0) }) },
        Setting("window", \.window, "a whole number of samples from 1 to 1000000") { (1...1_000_000).contains($0) },
        Setting("stride", \.stride, "a whole number of samples from 1 to the window") { (1...1_000_000).contains($0) },
        Setting(
            "windows", \.windows, "a list such as kettle=256,fridge=512, in samples from 1 to 1000000", isList: true
        ) { $0.allSatisfy((1...1_000_000).contains) },
        Setting(
            "strides", \.strides, "a list such as kettle=64,fridge=128, in samples from 1 to the window", isList: true
        ) { $0.allSatisfy((1...1_000_000).contains) },
        Setting("model", \.model),
        Setting("width", \.width, "a whole number from 1 to 4096, a multiple of the heads") { (1...4096).contains($0) },
        Setting("heads", \.heads, "a whole number from 1 to 256") { (1...256).contains($0) },
        Setting("depth", \.depth, "a whole number from 1 to 256") { (1...256).contains($0) },
        Setting("scales", \.scales, "up to 8 different whole numbers from 1 to 65536", isList: true) {
            (1...8).contains($0.count) && Set($0).count == $0.count && $0.allSatisfy { (1...65536).contains($0) }
        },
        Setting("dilations", \.dilations, "a whole number from 0 to 16") { (0...16).contains($0) },
        Setting("band", \.band, "a whole number of samples from 0 to 1000000, or none") {
            $0.isNone(or: 0...1_000_000)
        },
        Setting("feed_forward", \.feedForward, "a whole number from 1 to 16") { (1...16).contains($0) },
        Setting("dropout", \.dropout, "a number from 0 to below 1") { (0..<1).contains($0) },
        Setting("calendar", \.calendar, "a list of day and week, or none", isList: true) { Set($0).count == $0.count },
        Setting("normalisation", \.normalisation),
        Setting("loss", \.loss),
        Setting("on_weight", \.onWeight, "a number from 0 to 1000") { (0...1000).contains($0) },
        Setting("schedule", \.schedule),
        Setting("epochs", \.epochs, "a whole number from 1 to 1000000") { (1...1_000_000).contains($0) },
        Setting("epoch_windows", \.epochWindows, "a whole number from 1 to 10000000, or none") {
            $0.isNone(or: 1...10_000_000)
        },
        Setting("on_share", \.onShare, "a number from 0 to 1, or none") { $0.isNone(or: 0...1) },
        Setting("amplitude", \.amplitude, "a number from 0 to 10") { (0...10).contains($0) },
        Setting("amplitudes", \.amplitudes, "a list such as kettle=0.5,microwave=0, from 0 to 10", isList: true) {
            $0.allSatisfy((0...10).contains)
        },
        Setting("offset", \.offset, "a number of watts from 0 to 100000") { (0...100_000).contains($0) },
        Setting("mixing", \.mixing, "a number from 0 to 1") { (0...1).contains($0) },
        Setting("budget", \.budget, "\(Seconds.description), or none"),
        Setting("batch", \.batch, "a whole number from 1 to 65536") { (1...65536).contains($0) },
        Setting("learning_rate", \.learningRate, "a positive number") { $0 > 0 },
        Setting("clip", \.clip, "a positive number") { $0 > 0 },
        Setting("seed", \.seed),
        Setting("house_levels", \.houseLevels),
        Setting("metric_profile", \.metricProfile),
        Setting(
            "on_thresholds", \.onThresholds, "a list such as kettle=1000,fridge=40, in watts above 0", isList: true
        ) { $0.allSatisfy { $0 > 0 } },
        Setting("min_on", \.minOn, Setting.durations, isList: true) { $0.allSatisfy((0...86400).contains) },
        Setting("min_off", \.minOff, Setting.durations, isList: true) { $0.allSatisfy((0...86400).contains) },
        Setting("event_tolerances", \.eventTolerances, Setting.durations, isList: true) {
            $0.allSatisfy((0...86400).contains)
        },
        Setting("gates", \.gates, "a list of bounds such as mae_w<30 or kettle.f1>=0.8", isList: true) {
            $0.allSatisfy { !$0.isEmpty }
        },
    ]

    /// The keys that say which data, and how to read them: they go together.
    static let dataKeys: Set = [
        "data", "csv_time", "csv_aggregate", "csv_appliances", "csv_unit", "csv_meter", "csv_date_order", "csv_decimal",
        "time_zone", "mains", "fill_limit",
        "stuck_limit", "appliance_limit", "aggregate_limit", "issues", "train_houses", "test_houses", "from", "to",
        "split", "synthetic_windows",
    ]

    private static let durations = "a list such as kettle=12,fridge=60, in whole seconds from 0 to 86400"

    /// The setting of a key.
    package static func named(_ key: String) -> Setting? { all.first { $0.key == key } }
}

extension Optional where Wrapped: Comparable {
    /// Whether it is nil or within bounds.
    fileprivate func isNone(or bounds: ClosedRange<Wrapped>) -> Bool { map(bounds.contains) ?? true }
}
