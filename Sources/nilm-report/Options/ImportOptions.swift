import ArgumentParser
import Configuration
import Datasets

/// What a user says of another program's predictions, and how they are scored.
struct ImportOptions: ParsableArguments {
    @OptionGroup var form: TableOptions
    @Option(help: "Columns of true powers, such as kettle=3; without, those that end in _truth.")
    var csvTruths: String?
    @Option(help: "Columns of predicted powers, such as kettle=4; without, those that end in _prediction.")
    var csvPredictions: String?
    @Option(help: "Seconds between samples; without, the usual time between lines.")
    var period: String?
    @Option(help: "What the house is called.")
    var house = "house_1"
    @Option(help: "Watts from which appliances count as on, such as kettle=1000,heat_pump=300.")
    var onThreshold: String?
    @Option(help: "Seconds that a use of single appliances lasts at least, such as dishwasher=600.")
    var minOn: String?
    @Option(help: "Seconds off that part two uses of single appliances, such as dishwasher=600.")
    var minOff: String?
    @Option(help: "Seconds that a predicted event of single appliances may be off, such as kettle=30.")
    var eventTolerances: String?
    @Option(
        help: "Whose definitions the metrics have: default, kelly, bert4nilm, nilmformer, nilmformer_refit or nilmtk.")
    var metricProfile: String?
    @OptionGroup var gateOptions: GateOptions

    /// Checked as the same settings of other commands are; what a run of predictions has not is that of the preset.
    func resolve() throws -> RunConfiguration {
        let own: [(key: String, option: String, value: String?)] = [
            ("period", "--period", period), ("on_thresholds", "--on-threshold", onThreshold),
            ("min_on", "--min-on", minOn), ("min_off", "--min-off", minOff),
            ("event_tolerances", "--event-tolerances", eventTolerances),
            ("metric_profile", "--metric-profile", metricProfile),
        ]
        let layer = try ConfigurationLayer(options: own + form.options)
        return try RunConfiguration.resolve([layer, gateOptions.layer()]).named(by: Appliances.canonicalName)
    }

    func table(_ configuration: RunConfiguration) -> PredictionOptions {
        let reading = ReaderOptions(configuration)
        return PredictionOptions(
            csv: reading.csv, truths: csvTruths.map(ConfigurationLayer.words) ?? [],
            predictions: csvPredictions.map(ConfigurationLayer.words) ?? [], timeZone: configuration.timeZone,
            house: house)
    }
}
