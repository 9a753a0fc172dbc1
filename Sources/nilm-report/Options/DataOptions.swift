import ArgumentParser
import Configuration
import Foundation
import Support

/// The options that say what data there are and what is done to them, each a key of the configuration file.
struct DataOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Read settings from a YAML file.", valueName: "FILE"))
    var config: String?
    @Option(help: ArgumentHelp("synthetic, ukdale:DIR, refit:DIR or csv:FILE.", valueName: "source"))
    var data: String?
    @OptionGroup var table: TableOptions
    @Option(
        help: .setting(
            "csv_appliances",
            "CSV: columns of appliances, such as kettle=3,fridge=Kitchen; without, all that may be powers."))
    var csvAppliances: String?
    @Option(
        help: .setting(
            "mains", "UK-DALE's aggregate: channel (apparent power, 6 s) or file (mains.dat: active power, 1 s)."))
    var mains: String?
    @Option(help: .setting("fill_limit", "Seconds for which the last reading stands in for a missing one."))
    var fillLimit: String?
    @Option(
        help: .setting(
            "stuck_limit", "Seconds after which an aggregate that stays the same is taken for stuck; 0 for never."))
    var stuckLimit: String?
    @Option(help: .setting("appliance_limit", "Watts beyond which an appliance's reading is taken for a glitch."))
    var applianceLimit: String?
    @Option(help: .setting("aggregate_limit", "Watts beyond which the whole house's reading is taken for a glitch."))
    var aggregateLimit: String?
    @Option(help: .setting("issues", "Lines that REFIT marks as wrong: drop or keep."))
    var issues: String?
    @Option(name: .customLong("appliance"), help: "Appliances to tell from the total: kettle,fridge (repeatable).")
    var appliances: [String] = []
    @Option(help: "House numbers to train on, such as 1,5.")
    var trainHouses: String?
    @Option(help: "House numbers to test on; without, the training houses are split in time.")
    var testHouses: String?
    @Option(help: "First day, YYYY-MM-DD.")
    var from: String?
    @Option(help: "Last day, YYYY-MM-DD.")
    var to: String?
    @Option(help: .setting("period", "Seconds between samples, or auto: as the meters are read."))
    var period: String?

    /// The variables of the environment that are not settings.
    static let otherVariables: Set = [
        "NILM_REPORT_THREADS", "NILM_REPORT_OUTPUT", "NILM_REPORT_TEMPLATES", "NILM_REPORT_LANGUAGE",
        "NILM_REPORT_INSTRUCTION_SET",
    ]

    /// These options and `more`, over the environment, over the file; the last layer is the topmost.
    func layers(_ more: [(key: String, value: String?)] = []) throws -> [ConfigurationLayer] {
        var layers: [ConfigurationLayer] = []
        if let config {
            let text = String(decoding: try FileReader.bytes(of: config, most: FileReader.mostText), as: UTF8.self)
            layers.append(try ConfigurationFile.layer(text: text, path: config))
        }
        layers.append(
            try ConfigurationLayer(environment: ProcessInfo.processInfo.environment, except: Self.otherVariables))
        layers.append(try given(more))
        return layers
    }

    /// The options that were given.
    private func given(_ more: [(key: String, value: String?)]) throws(ConfigurationError) -> ConfigurationLayer {
        let own: [(key: String, value: String?)] = [
            ("data", data), ("csv_appliances", csvAppliances), ("mains", mains), ("fill_limit", fillLimit),
            ("stuck_limit", stuckLimit), ("appliance_limit", applianceLimit), ("aggregate_limit", aggregateLimit),
            ("issues", issues), ("train_houses", trainHouses), ("test_houses", testHouses), ("from", from), ("to", to),
            ("period", period),
        ]
        var layer = try ConfigurationLayer(
            options: (own + table.given + more).map { ($0.key, Setting.named($0.key)?.option ?? $0.key, $0.value) })
        let names = appliances.flatMap(ConfigurationLayer.words)
        if !names.isEmpty { try layer.add("appliances", names, from: .option("--appliance")) }
        return layer
    }
}
