import ArgumentParser
import Configuration
import Datasets
import Files
import Foundation
import Models
import Runs

/// What saved models say of a meter without ground truth.
struct Predict: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Predict the appliances of a meter that has no ground truth.",
        discussion: """
            The output has the columns time (Unix seconds), aggregate, and for each appliance its prediction in watts \
            and whether it is on: kettle_prediction, kettle_on. Rows in a gap, or between gaps that no window fits \
            into, have none. Readings of another sampling period are put on the model's. A summary goes to standard \
            error.

            Examples:
              nilm-report predict --model output/latest --input meter.csv --output appliances.csv
              nilm-report predict --model output/latest --data ukdale:ukdale --test-houses 2 --output - | head
            """)

    @Option(help: ArgumentHelp("A run's folder or a model file of this program.", valueName: "RUN|FILE"))
    var model: String
    @Option(help: ArgumentHelp("The meter's table.", valueName: "METER.csv"))
    var input: String?
    @Option(help: ArgumentHelp("In place of --input: ukdale:DIR, refit:DIR or csv:FILE.", valueName: "source"))
    var data: String?
    @Option(help: "With --data: the house.")
    var testHouses: String?
    @Option(help: ArgumentHelp("The table to write; - for standard output.", valueName: "P.csv"))
    var output: String
    @Option(name: .customLong("appliance"), help: "Appliances of a run; without, all of them (repeatable).")
    var appliances: [String] = []
    @Option(help: "Watts from which appliances count as on, such as kettle=1000; without, as the run has it.")
    var onThreshold: String?
    @Option(help: "CSV: the column of times, its name or number.")
    var csvTime: String?
    @Option(help: "CSV: the column of the whole house's power.")
    var csvAggregate: String?
    @Option(help: "CSV: W or kW; without, as the column's name says, else W.")
    var csvUnit: String?
    @Option(help: "CSV: zone of times that name none, such as Europe/London.")
    var timeZone: String?
    @Option(help: "UK-DALE's aggregate: channel or file.")
    var mains: String?
    @Option(help: "Seconds for which the last reading stands in for a missing one.")
    var fillLimit: String?
    @Option(help: "First day, YYYY-MM-DD.")
    var from: String?
    @Option(help: "Last day, YYYY-MM-DD.")
    var to: String?
    @OptionGroup var threading: ThreadOptions
    @OptionGroup var watching: ProgressOptions

    func validate() throws {
        guard (input == nil) != (data == nil) else {
            throw ValidationError("give the meter, as --input METER.csv or as --data ukdale:DIR --test-houses N")
        }
        guard !output.isEmpty else { throw ValidationError("--output must be a file's path, or - for standard output") }
    }

    func run() throws {
        let configuration = try resolve()
        let progress = watching.makeProgress()
        let (streams, period) = try self.streams(configuration, threads: try threading.count())
        if let (key, name) = configuration.ownSettings.first(where: { own in
            !streams.contains { $0.appliance == own.appliance }
        }) {
            throw Failure(
                "\(key) names \(name), which \(model) has no model for; it has those of "
                    + streams.map(\.appliance).joined(separator: ", "), exitCode: .usage)
        }
        let house = try Dataset.mains(
            DatasetRequest(
                source: try DataSource(parsing: configuration.data), reading: ReaderOptions(configuration),
                testHouses: configuration.testHouses, from: configuration.from, to: configuration.to, period: period,
                preparation: PreparationOptions(configuration), seed: 0, window: 1, stride: 1))
        PreparedHouse(house.preparation, periodS: house.period).sentences.forEach(progress.detail)
        var prediction = MeterPrediction(house, streams: streams)
        progress.stage(prediction.span)
        if output == "-" {
            try prediction.run { Console.print(bytes: $0) }
        } else {
            var file = try AtomicFileWriter(path: output)
            try prediction.run { try file.write($0) }
            try Self.check(prediction, streams)
            try file.commit()
        }
        prediction.sentences.forEach(progress.stage)
        try Self.check(prediction, streams)
    }

    /// Checked as the same settings of other commands are.
    private func resolve() throws -> RunConfiguration {
        let layer = try ConfigurationLayer(options: [
            ("data", "--data", data ?? input.map { "csv:" + $0 }), ("test_houses", "--test-houses", testHouses),
            ("csv_time", "--csv-time", csvTime), ("csv_aggregate", "--csv-aggregate", csvAggregate),
            ("csv_unit", "--csv-unit", csvUnit), ("time_zone", "--time-zone", timeZone), ("mains", "--mains", mains),
            ("fill_limit", "--fill-limit", fillLimit), ("from", "--from", from), ("to", "--to", to),
            ("on_thresholds", "--on-threshold", onThreshold),
        ])
        return try RunConfiguration.resolve([layer]).named(by: Appliances.canonicalName)
    }

    /// The models at work, and the seconds between their samples.
    private func streams(
        _ configuration: RunConfiguration, threads: Int
    ) throws -> (streams: [ApplianceStream], period: Int) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: model, isDirectory: &isFolder) else {
            throw FileError.missing(path: model)
        }
        let run = isFolder.boolValue ? try SavedRun(path: model) : nil
        let models = try run?.models() ?? [ModelFile(contentsOf: model)]
        let settings = try run.map { try RunConfiguration.resolve([$0.settings]).named(by: Appliances.canonicalName) }
        let wanted = appliances.flatMap(ConfigurationLayer.words).map(Appliances.canonicalName)
        let described = try models.map { file in
            guard let description = file.description else {
                throw Failure(
                    "\(model): does not say which appliance, sampling period and power scaling it is for, as state "
                        + "dictionaries of other programs; train it here, or import its predictions", exitCode: .usage)
            }
            return (file: file, description: description)
        }
        let names = described.map(\.description.appliance)
        if let other = wanted.first(where: { !names.contains($0) }) {
            throw Failure(
                "\(model): has no model for \(other); it has those of \(names.joined(separator: ", "))",
                exitCode: .usage)
        }
        let chosen = described.filter { wanted.isEmpty || wanted.contains($0.description.appliance) }
        let streams = chosen.map { file, description in
            let name = description.appliance
            var kind = ApplianceKind(named: name, settings ?? configuration)
            // As the run has it: a metric profile may have its own.
            if let watts = configuration.onThresholds[name] ?? run?.thresholds[name] { kind.onThreshold = Float(watts) }
            return ApplianceStream(
                file, description: description, window: settings?.window(of: name) ?? description.window, kind: kind,
                threads: threads)
        }
        return (streams, chosen[0].description.periodS)
    }

    /// Refuses a result without a single prediction.
    private static func check(_ prediction: MeterPrediction, _ streams: [ApplianceStream]) throws(Failure) {
        for (stream, tally) in zip(streams, prediction.tallies) where tally.rows == 0 {
            throw Failure(
                "\(stream.appliance): no stretch of the meter without a gap is as long as the model's window of "
                    + "\(stream.window) rows, so nothing was predicted; raise --fill-limit, or train with a shorter "
                    + "--window", exitCode: .badData)
        }
    }
}
