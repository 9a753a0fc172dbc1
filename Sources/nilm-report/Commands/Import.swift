import ArgumentParser
import Configuration
import Datasets
import Foundation
import Runs
import Support

/// The report of another program's predictions.
struct Import: GivenSettings, ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make the same report for any other program's predictions.",
        discussion: """
            PREDICTIONS.csv has a line a time with columns such as time,aggregate,kettle_truth,kettle_prediction; a \
            pair of columns an appliance, in watts. Times are numbers since 1970 or ISO 8601. The file may be packed \
            with gzip.

            Baselines learn from --training, a table of the data that the model was trained on (time, aggregate, \
            kettle_truth). Without it they learn from the scored rows themselves, which flatters them, and the report \
            says so.

            Examples:
              nilm-report import predictions.csv --model-name seq2point
              nilm-report import p.csv --training train.csv --attention attention.safetensors --on-threshold kettle=1500
            """)

    @Argument(help: ArgumentHelp("The table.", valueName: "PREDICTIONS.csv"))
    var predictions: String
    @Option(help: ArgumentHelp("A table of the model's training data, for the baselines.", valueName: "FILE.csv"))
    var training: String?
    @Option(
        help: ArgumentHelp("Attention weights over one window of an appliance.", valueName: "FILE.safetensors"))
    var attention: String?
    @Option(help: "What the model is called in the report.")
    var modelName = "imported"
    @Option(help: "Samples in the windows shown.")
    var window = 512
    @OptionGroup var predicted: ImportOptions
    @OptionGroup var table: TableOptions
    @OptionGroup var gates: GateOptions
    @OptionGroup var options: RunOptions
    @OptionGroup var threading: ThreadOptions
    @OptionGroup var watching: ProgressOptions
    @OptionGroup var baseline: BaselineOptions
    @OptionGroup var look: LookOptions
    @OptionGroup var printing: PrintOptions
    @OptionGroup var sharing: SharingOptions

    func validate() throws {
        guard (1...1_000_000).contains(window) else {
            throw ValidationError("--window must be a whole number of samples from 1 to 1000000, got \(window)")
        }
        try Self.check(modelName, "--model-name")
        try Self.check(predicted.house, "--house")
    }

    /// Refuses a name that could not stand in a line.
    private static func check(_ name: String, _ option: String) throws {
        let isLine = name.unicodeScalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: false
            default: true
            }
        }
        guard isLine, (1...200).contains(name.unicodeScalars.count) else {
            throw ValidationError("\(option) must be 1 to 200 characters of one line, without control characters")
        }
    }

    func run() throws {
        // Checked as the same settings of other commands are; what a run of predictions has not is that of the preset.
        let configuration = try RunConfiguration.resolve([given(onThreshold: predicted.onThreshold), gates.layer()])
            .named(by: Appliances.canonicalName)
        let check = try baseline.check(gates: configuration.gates, isShared: sharing.isShared)
        let look = try look.look(printed: printing)
        let progress = watching.makeProgress()
        // Before any work: what is not there is said at once.
        let inputs = try ([predictions] + [training, attention].compactMap { $0 }).map {
            try FileHash.sha256(of: $0)
        }
        let settings = ConfigurationFile.text(of: configuration) + modelName + predicted.house + String(window)
        let draft = try options.draft(configuration: settings, inputs: inputs, isShared: sharing.isShared)
        try draft.fill(opens: self.look.open) { draft in
            var assembly = ImportAssembly(
                configuration: configuration, table: predicted.table(configuration),
                period: predicted.period.flatMap { Int($0) }, modelName: modelName, shown: window,
                check: check, isShared: sharing.isShared, progress: progress)
            return try assembly.make(
                predictions: predictions, training: training, attention: attention, into: draft, look: look)
        }
    }
}
