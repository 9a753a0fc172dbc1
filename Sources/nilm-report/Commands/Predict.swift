import ArgumentParser
import Configuration
import Datasets
import Foundation
import Networks
import Runs
import Scoring
import Support

/// What saved models say of a meter without ground truth.
struct Predict: ParsableCommand, GivenSettings {
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
    @Option(
        help: """
            Appliances' power: learnt, or found, from how far the aggregate rises at predicted activations; without, as the \
            run has it, but learnt where it was trained on this house or on a table.
            """)
    var houseLevels: String?
    @OptionGroup var table: TableOptions
    @Option(help: .setting("mains"))
    var mains: String?
    @Option(help: .setting("fill_limit"))
    var fillLimit: String?
    @Option(help: .setting("from"))
    var from: String?
    @Option(help: .setting("to"))
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
        let threads = try threading.count()
        let (models, period, saved) = try chosenModels(configuration)
        if let (key, name) = configuration.ownSettings.first(where: { own in
            !models.contains { $0.kind.name == own.appliance }
        }) {
            throw Failure(
                "\(key) names \(name), which \(model) has no model for; it has those of "
                    + models.map(\.kind.name).joined(separator: ", "), exitCode: .usage)
        }
        let data = try mains(
            DatasetRequest(
                source: try DataSource(parsing: configuration.data), reading: ReaderOptions(configuration),
                testHouses: configuration.testHouses, from: configuration.from, to: configuration.to, period: period,
                preparation: PreparationOptions(configuration), seed: 0, window: 1, stride: 1))
        let prepared = data.preparation
        prepared.sentences.map(\.english).forEach(progress.detail)
        data.doubts.map(\.text.english).forEach(progress.warning)
        prepared.leftOut.map(\.text.english).forEach(progress.warning)
        if let doubt = AggregateDoubts.otherUnit([data.aggregate], learntW: models.compactMap(\.learntFromW).max()) {
            progress.warning(doubt)
        }
        // Without a truth, every row that has an aggregate is predicted.
        let house = Segment(
            house: data.house, start: data.start, period: data.period, zone: data.zone, aggregate: data.aggregate,
            truth: data.aggregate)
        progress.stage(MeterPrediction.span(of: house))
        if let doubt = AggregateDoubts.belowZero([house.aggregate], appliance: nil) {
            progress.warning(doubt.text.english)
        }
        try MemoryCheck.require(
            MemoryEstimate(
                models.map {
                    MemoryEstimate.Task(
                        architecture: $0.file.architecture, window: $0.window, batch: nil, testRows: house.rows)
                }, threads: threads, dataBytes: house.rows * MemoryLayout<Float>.stride, purpose: .table),
            advice: { "--threads, or the number of rows by --from and --to" })
        var parts = try models.map { model in
            let stage = try PredictionStage(
                ApplianceData(appliance: model.kind.name, test: [house]), model: model.file,
                normalisation: model.description.normalisation, window: model.window, threads: threads)
            try Self.check(stage)
            return HouseLevels.Part(
                appliance: model.kind.name, segments: [house], predictions: stage.predictions,
                learntW: model.highestW)
        }
        if try areLevelsFound(saved, configuration) { HouseLevels.adapt(&parts, houses: [house.house]) }
        var prediction = MeterPrediction(house, parts: parts, kinds: models.map(\.kind))
        if output == "-" {
            try prediction.run { Console.print(bytes: $0) }
        } else {
            var file = try OutputFileWriter(path: output)
            try prediction.run { try file.write($0) }
            try file.commit()
        }
        prediction.sentences.forEach(progress.stage)
    }

    /// The meter's readings on the models' period; one that is read too seldom for it is said to be.
    private func mains(_ request: DatasetRequest) throws -> HouseData {
        do throws(DatasetError) {
            return try Dataset.mains(request)
        } catch {
            throw Failure(tooCoarse: error) ?? error
        }
    }

    /// Whether powers are those found in the house: as asked; else as in the run, unless it learnt from this house, or
    /// from a table, which may be of this house too.
    private func areLevelsFound(_ saved: SavedRun?, _ configuration: RunConfiguration) throws -> Bool {
        if houseLevels != nil { return configuration.houseLevels == .found }
        guard let saved else { return false }
        let own = try RunConfiguration.resolve([saved.settings])
        let isSameData = own.data == configuration.data
        let isLearnt = configuration.testHouses.contains { saved.trainedHouses.contains($0) }
        return own.houseLevels == .found && !SourceFormat.csv.isNamed(in: own.data) && !(isSameData && isLearnt)
    }

    /// Checked as the same settings of other commands are.
    private func resolve() throws -> RunConfiguration {
        var layer = try given(onThreshold: onThreshold)
        if let input { try layer.add("data", ["csv:" + input], from: .option("--input")) }
        return try RunConfiguration.resolve([layer]).named(by: Appliances.canonicalName)
    }

    /// A model and what is known of its appliance.
    private struct Chosen {
        let file: ModelFile
        let description: ModelDescription
        let window: Int
        /// What the appliance is, and when it counts as on.
        let kind: ApplianceKind
        /// The power of its highest state where it was learnt, watts; nil if that is not known.
        let highestW: Float?

        /// The greatest aggregate that it learnt from, watts; of a file that does not say, ten deviations over the mean.
        var learntFromW: Double? {
            if let maximum = description.aggregateMaxW { return maximum }
            let scaling = description.normalisation
            return scaling.aggregateMean > 0 ? Double(scaling.aggregateMean + 10 * scaling.aggregateScale) : nil
        }
    }

    /// The models, the seconds between their samples, and the run that they are of.
    private func chosenModels(
        _ configuration: RunConfiguration
    ) throws -> (models: [Chosen], period: Int, run: SavedRun?) {
        let saved = try SavedModels(path: model)
        let run = saved.run
        let settings = try run.map { try RunConfiguration.resolve([$0.settings]).named(by: Appliances.canonicalName) }
        let fits = try run?.fits() ?? []
        let chosen = try saved.choose(appliances.flatMap(ConfigurationLayer.words).map(Appliances.canonicalName))
        let models = chosen.map { file, description, _ in
            let name = description.appliance
            var kind = ApplianceKind(named: name, settings ?? configuration)
            // As the run has it: a metric profile may have its own.
            if let watts = configuration.onThresholds[name] ?? run?.thresholds[name] { kind.onThreshold = Float(watts) }
            return Chosen(
                file: file, description: description, window: settings?.window(of: name) ?? description.window,
                kind: kind, highestW: fits.first { $0.appliance == name }?.statesW?.last)
        }
        return (models, chosen[0].description.periodS, run)
    }

    /// Refuses a model that predicts not a single row.
    private static func check(_ stage: PredictionStage) throws(Failure) {
        guard stage.predictedRows == 0 else { return }
        throw Failure(
            "\(stage.data.appliance): no segment of the meter without a gap is as long as the model's window of "
                + "\(stage.window) rows, so nothing was predicted; raise --fill-limit, or train with a shorter "
                + "--window", exitCode: .badData)
    }
}
