import Datasets
import Runs

/// One key of a configuration: what may be written, where it goes, and what it is for.
///
/// The name is the YAML key; with dashes it is the command-line option, in capitals behind `NILM_REPORT_` the
/// environment's variable. Help, manual page and error messages are made from the same entry.
package struct Setting: Sendable {
    package let key: String
    /// One sentence.
    package let help: String
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
    /// Whether it says which data, or how to read them: these go together.
    let isOfData: Bool

    package var option: String { "--" + key.map { $0 == "_" ? "-" : String($0) }.joined() }
    package var variable: String { "NILM_REPORT_" + key.uppercased() }

    private init<Value: SettingValue>(
        _ key: String, _ path: any WritableKeyPath<RunConfiguration, Value> & Sendable, _ rule: SettingRule<Value>,
        isList: Bool = false, isOfData: Bool = false, help: String
    ) {
        self.key = key
        self.help = help
        self.isList = isList
        self.isOfData = isOfData
        expected = rule.expected
        choices = Value.choices
        set = { configuration, words in
            let words = rule.allowsNone && words == ["none"] ? [] : words
            guard let value = Value(words: words), rule.allows(value) else { return nil }
            configuration[keyPath: path] = value
            return ()
        }
        self.words = { $0[keyPath: path].words }
    }

    /// Every key, in the order of config.yaml.
    package static let all: [Setting] = [
        Setting(
            "preset", \.preset, .any,
            help: "Starting point: demo (default), quick, seed or real."),
        Setting(
            "data", \.data, .text(DataSource.forms),
            isOfData: true, help: "\(DataSource.forms)."),
        Setting(
            "csv_time", \.csvTime,
            .text("a column's name or number, or two for date and time of day") {
                $0.count <= 2 && $0.allSatisfy { !$0.isEmpty }
            }, isList: true,
            isOfData: true,
            help: "CSV: the column of times, its name or number, or those of date and time of day: Date,Time."),
        Setting(
            "csv_aggregate", \.csvAggregate, .texts("a list of columns, each COLUMN or A-B"), isList: true,
            isOfData: true,
            help: "CSV: the column of the whole house's power, or several: a,b,c for a sum, a-b for a difference."),
        Setting(
            "csv_appliances", \.csvAppliances, .texts("a list of columns, each NAME=COLUMN or COLUMN"), isList: true,
            isOfData: true,
            help: "CSV: columns of appliances, such as kettle=3,fridge=Kitchen; without, all that may be powers."),
        Setting(
            "csv_unit", \.csvUnit, .any,
            isOfData: true,
            help: "CSV: W, kW, mW, VA, kVA, or Wh and kWh for energies; without, as the columns' names say, else W."),
        Setting(
            "csv_meter", \.csvMeter, .text("what stands in a meter's lines"),
            isOfData: true, help: "CSV with a line a meter: the meter to read, as its lines name it."),
        Setting(
            "csv_date_order", \.csvDateOrder, .any,
            isOfData: true, help: "CSV: the order of a date: ymd, dmy or mdy; without, as the dates tell."),
        Setting(
            "csv_decimal", \.csvDecimal, .any,
            isOfData: true, help: "CSV: what parts fractions: point or comma; without, as the numbers tell."),
        Setting(
            "time_zone", \.timeZone, .text("a zone's name, such as Europe/London"),
            isOfData: true, help: "Zone of days, and of a CSV's times that name none, such as Europe/London."),
        Setting(
            "mains", \.mains, .any,
            isOfData: true,
            help: "UK-DALE's aggregate: channel (apparent power, 6 s) or file (mains.dat: active power, 1 s)."),
        Setting(
            "fill_limit", \.fillLimit, .within(0...86400, of: "seconds"),
            isOfData: true, help: "Seconds for which the last reading stands in for a missing one."),
        Setting(
            "stuck_limit", \.stuckLimit, .within(0...1_000_000, of: "seconds", ", 0 for never"),
            isOfData: true,
            help: "Seconds after which an aggregate that stays the same is taken for stuck; 0 for never."),
        Setting(
            "appliance_limit", \.applianceLimit, .within(1...1e9, of: "watts"),
            isOfData: true, help: "Watts beyond which an appliance's reading is taken for a glitch."),
        Setting(
            "aggregate_limit", \.aggregateLimit, .within(1...1e9, of: "watts"),
            isOfData: true, help: "Watts beyond which the whole house's reading is taken for a glitch."),
        Setting(
            "issues", \.issues, .any,
            isOfData: true, help: "Lines that REFIT marks as wrong: drop or keep."),
        Setting(
            "appliances", \.appliances,
            .text("a list of at most \(Results.mostAppliances) names") { $0.count <= Results.mostAppliances },
            isList: true,
            help: "Appliances to tell from the total: kettle,fridge (repeatable)."),
        Setting(
            "train_houses", \.trainHouses, .any, isList: true,
            isOfData: true, help: "Houses to train on, such as 1,5."),
        Setting(
            "test_houses", \.testHouses, .any, isList: true,
            isOfData: true, help: "Houses to test on; without, the training houses are split in time."),
        Setting(
            "from", \.from, .text("a day, YYYY-MM-DD"),
            isOfData: true, help: "First day, YYYY-MM-DD."),
        Setting(
            "to", \.to, .text("a day, YYYY-MM-DD"),
            isOfData: true, help: "Last day, YYYY-MM-DD."),
        Setting(
            "split", \.split,
            .text("three percentages that add up to 100") {
                $0.count == 3 && $0.allSatisfy { $0 > 0 } && abs($0.reduce(0, +) - 100) < 1e-9
            }, isList: true,
            isOfData: true, help: "Per cent of the readings for training, validation and test, such as 60,20,20."),
        Setting(
            "period", \.period, .text(Period.description) { $0.seconds.map((1...86400).contains) ?? true },
            help: "Seconds between samples, or auto: as the meters are read."),
        Setting(
            "synthetic_windows", \.syntheticWindows,
            .text("three whole numbers from 1 to 1000000", none: true) {
                $0.isEmpty || ($0.count == 3 && $0.allSatisfy { (1...1_000_000).contains($0) })
            }, isList: true,
            isOfData: true, help: "Synthetic windows for training, validation and test, such as 512,128,128."),
        Setting(
            "window", \.window, .within(1...1_000_000, of: "samples"),
            help: "Samples in a window."),
        Setting(
            "stride", \.stride,
            .text("a whole number of samples from 1 to the window") { (1...1_000_000).contains($0) },
            help: "Samples between the starts of training windows."),
        Setting(
            "windows", \.windows,
            .text("a list such as kettle=256,fridge=512, in samples from 1 to 1000000") {
                $0.allSatisfy((1...1_000_000).contains)
            }, isList: true,
            help: "Windows of single appliances, such as kettle=256,fridge=512."),
        Setting(
            "strides", \.strides,
            .text("a list such as kettle=64,fridge=128, in samples from 1 to the window") {
                $0.allSatisfy((1...1_000_000).contains)
            }, isList: true,
            help: "Strides of single appliances, such as kettle=64,fridge=128."),
        Setting(
            "model", \.model, .any,
            help: "The network: nilm, seed (the notebook's), conv (nilm without attention), fine or coarse (one scale)."
        ),
        Setting(
            "width", \.width, .within(1...4096, ", a multiple of the heads"),
            help: "Features a time step."),
        Setting(
            "heads", \.heads, .within(1...256),
            help: "Attention heads."),
        Setting(
            "depth", \.depth, .within(1...256),
            help: "Blocks."),
        Setting(
            "scales", \.scales,
            .text("up to 8 different whole numbers from 1 to 65536") {
                (1...8).contains($0.count) && Set($0).count == $0.count && $0.allSatisfy { (1...65536).contains($0) }
            }, isList: true,
            help: "Attention's time scales: steps pooled into one, such as 1,4; 1 is the fine one."),
        Setting(
            "dilations", \.dilations, .within(0...16),
            help: "Units of dilated convolution in the stem, with dilations 1, 2, 4, ..."),
        Setting(
            "band", \.band, .within(0...1_000_000, of: "samples", none: true),
            help: "Time steps that the fine scale sees to each side; without, all."),
        Setting(
            "feed_forward", \.feedForward, .within(1...16),
            help: "Hidden features of nilm's feed-forward layers for each of --width."),
        Setting(
            "dropout", \.dropout, .text("a number from 0 to below 1") { (0..<1).contains($0) },
            help: "Probability of dropping an element in training."),
        Setting(
            "calendar", \.calendar, .text("a list of day and week", none: true) { Set($0).count == $0.count },
            isList: true,
            help: "What nilm is told of the time: day, week or both."),
        Setting(
            "normalisation", \.normalisation, .any,
            help: "Power scaling: none, kilowatt or standard."),
        Setting(
            "loss", \.loss, .any,
            help: "l1, mse or mixed."),
        Setting(
            "on_weight", \.onWeight, .within(0...1000),
            help: "Weight of the on/off state's loss beside that of power."),
        Setting(
            "schedule", \.schedule, .any,
            help: "Learning rate over time: constant or cosine."),
        Setting(
            "epochs", \.epochs, .within(1...1_000_000),
            help: "Passes over the training windows."),
        Setting(
            "epoch_windows", \.epochWindows, .within(1...10_000_000, none: true),
            help: "Windows in an epoch; without, all."),
        Setting(
            "on_share", \.onShare, .within(0...1, none: true),
            help: "Part of an epoch's windows in which the appliance is on, such as 0.5; without, as many as there are."
        ),
        Setting(
            "amplitude", \.amplitude, .within(0...10),
            help: "Appliance's power in training is multiplied or divided by up to 1 + this; 0 for never."),
        Setting(
            "amplitudes", \.amplitudes,
            .text("a list such as kettle=0.5,microwave=0, from 0 to 10") { $0.allSatisfy((0...10).contains) },
            isList: true,
            help: "The amplitude of single appliances, such as kettle=0.5,microwave=0."),
        Setting(
            "offset", \.offset, .within(0...100_000, of: "watts"),
            help: "Watts added to or taken off a training window's aggregate at most."),
        Setting(
            "mixing", \.mixing, .within(0...1),
            help: "Probability that a training window's other appliances are those of another window."),
        Setting(
            "budget", \.budget, .text(Seconds.description, none: true),
            help: "Training time an appliance, such as 4m."),
        Setting(
            "batch", \.batch, .within(1...65536),
            help: "Windows a step."),
        Setting(
            "learning_rate", \.learningRate, .text("a positive number") { $0 > 0 },
            help: "Peak learning rate."),
        Setting(
            "clip", \.clip, .text("a positive number") { $0 > 0 },
            help: "Norm that the gradient is clipped to."),
        Setting(
            "seed", \.seed, .any,
            help: "Seed of everything random."),
        Setting(
            "house_levels", \.houseLevels, .any,
            help:
                "Power in houses not trained on: learnt, or found, from how far the aggregate rises at predicted "
                + "uses."),
        Setting(
            "metric_profile", \.metricProfile, .any,
            help:
                "Whose definitions the metrics have: default, kelly, bert4nilm, nilmformer, nilmformer_refit or nilmtk."
        ),
        Setting(
            "on_thresholds", \.onThresholds,
            .text("a list such as kettle=1000,fridge=40, in watts above 0") { $0.allSatisfy { $0 > 0 } }, isList: true,
            help: "Watts from which single appliances count as on, such as kettle=1000,fridge=40."),
        Setting(
            "min_on", \.minOn, .durations, isList: true,
            help: "Seconds that an activation lasts at least, per appliance, such as dishwasher=600."),
        Setting(
            "min_off", \.minOff, .durations, isList: true,
            help: "Seconds off that separate two activations, per appliance, such as dishwasher=600."),
        Setting(
            "event_tolerances", \.eventTolerances, .durations, isList: true,
            help: "Seconds that a predicted event of single appliances may be off, such as kettle=30."),
        Setting(
            "gates", \.gates, .texts("a list of bounds such as mae_w<30 or kettle.f1>=0.8"), isList: true,
            help: "A bound to meet, such as mae_w<30 or kettle.f1>=0.8 (repeatable): exit 2 if it is not met."),
    ]

    /// The setting of a key.
    package static func named(_ key: String) -> Setting? { all.first { $0.key == key } }
}
