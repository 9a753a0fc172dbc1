import ArgumentParser
import Configuration
import Datasets

/// What a user says of another program's predictions, and how they are scored.
struct ImportOptions: GivenSettings {
    @Option(help: "Columns of true powers, such as kettle=3; without, those that end in _truth.")
    var csvTruths: String?
    @Option(help: "Columns of predicted powers, such as kettle=4; without, those that end in _prediction.")
    var csvPredictions: String?
    @Option(help: .setting("period"))
    var period: String?
    @Option(help: "What the house is called.")
    var house = "house_1"
    @Option(help: "Watts from which appliances count as on, such as kettle=1000,heat_pump=300.")
    var onThreshold: String?
    @Option(help: .setting("min_on"))
    var minOn: String?
    @Option(help: .setting("min_off"))
    var minOff: String?
    @Option(help: .setting("event_tolerances"))
    var eventTolerances: String?
    @Option(help: .setting("metric_profile"))
    var metricProfile: String?

    func table(_ configuration: RunConfiguration) -> PredictionOptions {
        let reading = ReaderOptions(configuration)
        return PredictionOptions(
            csv: reading.csv, truths: csvTruths.map(ConfigurationLayer.words) ?? [],
            predictions: csvPredictions.map(ConfigurationLayer.words) ?? [], timeZone: configuration.timeZone,
            house: house)
    }
}
