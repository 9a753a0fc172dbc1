import ArgumentParser
import Configuration
import Foundation
import Support

/// The options that say what data there are and what is done to them, each a key of the configuration file.
struct DataOptions: GivenSettings {
    @Option(help: ArgumentHelp("Read settings from a YAML file.", valueName: "FILE"))
    var config: String?
    @Option(help: .setting("data", valueName: "source"))
    var data: String?
    @Option(help: .setting("csv_appliances"))
    var csvAppliances: String?
    @Option(help: .setting("mains"))
    var mains: String?
    @Option(help: .setting("fill_limit"))
    var fillLimit: String?
    @Option(help: .setting("stuck_limit"))
    var stuckLimit: String?
    @Option(help: .setting("appliance_limit"))
    var applianceLimit: String?
    @Option(help: .setting("aggregate_limit"))
    var aggregateLimit: String?
    @Option(help: .setting("issues"))
    var issues: String?
    @Option(name: .customLong("appliance"), help: .setting("appliances"))
    var appliances: [String] = []
    @Option(help: .setting("train_houses"))
    var trainHouses: String?
    @Option(help: .setting("test_houses"))
    var testHouses: String?
    @Option(help: .setting("from"))
    var from: String?
    @Option(help: .setting("to"))
    var to: String?
    @Option(help: .setting("period"))
    var period: String?

    /// The variables of the environment that are not settings.
    static let otherVariables: Set = [
        "NILM_REPORT_THREADS", "NILM_REPORT_OUTPUT", "NILM_REPORT_TEMPLATES", "NILM_REPORT_LANGUAGE",
        "NILM_REPORT_INSTRUCTION_SET",
    ]

    /// The options, of settings beside these too, over the environment, over the file; the last layer is the topmost.
    func layers(_ options: ConfigurationLayer) throws -> [ConfigurationLayer] {
        var layers: [ConfigurationLayer] = []
        if let config {
            let text = String(decoding: try FileReader.bytes(of: config, most: FileReader.mostText), as: UTF8.self)
            layers.append(try ConfigurationFile.layer(text: text, path: config))
        }
        layers.append(
            try ConfigurationLayer(environment: ProcessInfo.processInfo.environment, except: Self.otherVariables))
        var options = options
        let names = appliances.flatMap(ConfigurationLayer.words)
        if !names.isEmpty { try options.add("appliances", names, from: .option("--appliance")) }
        return layers + [options]
    }
}

/// The options that say how a table is to be read, each a key of the configuration file.
struct TableOptions: GivenSettings {
    @Option(help: .setting("csv_time"))
    var csvTime: String?
    @Option(help: .setting("csv_aggregate"))
    var csvAggregate: String?
    @Option(help: .setting("csv_unit"))
    var csvUnit: String?
    @Option(help: .setting("csv_meter"))
    var csvMeter: String?
    @Option(help: .setting("csv_date_order"))
    var csvDateOrder: String?
    @Option(help: .setting("csv_decimal"))
    var csvDecimal: String?
    @Option(help: .setting("time_zone"))
    var timeZone: String?
}
