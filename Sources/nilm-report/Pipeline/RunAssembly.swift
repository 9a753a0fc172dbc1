import Configuration
import Datasets
import Evaluation
import Files
import Foundation
import Models
import Report
import Runs
import Training

/// Brings the stages of a run together and writes its folder.
struct RunAssembly {
    let configuration: RunConfiguration
    let threads: Int
    let progress: Progress
    private var durations: [Provenance.Duration] = []

    init(configuration: RunConfiguration, threads: Int, progress: Progress) {
        self.configuration = configuration
        self.threads = threads
        self.progress = progress
    }

    /// Data -> training -> evaluation -> folder, with the report unless `look` is nil.
    mutating func build(into draft: RunDraft, created: UTCTime, look: ReportLook?) throws -> (RunFolder, Results) {
        let data = try timed("data") { [configuration] in try DataStage(configuration) }
        let scoring = try timed("baselines") { [configuration] in
            try Scoring(
                configuration, dataset: data.dataset, learnt: LearntBaselines.fitted(to: data.dataset, configuration))
        }
        describe(data)
        var trained: [TrainingStage] = []
        var evaluated: [EvaluationStage] = []
        for appliance in data.dataset.appliances {
            let stage = try timed("training \(appliance.appliance)") { [configuration, threads, progress] in
                try TrainingStage(
                    appliance, configuration: configuration.narrowed(to: appliance.appliance), threads: threads,
                    progress: progress)
            }
            trained.append(stage)
            guard let description = stage.model.description else { preconditionFailure("a trained model has one") }
            progress.stage("evaluating \(appliance.appliance)")
            evaluated.append(
                try timed("evaluating \(appliance.appliance)") { [configuration, threads] in
                    try EvaluationStage(
                        appliance, model: stage.model, normalisation: description.normalisation,
                        window: configuration.window(of: appliance.appliance), scoring: scoring, threads: threads)
                })
        }
        let seconds = trained.flatMap(\.outcome.stepSeconds).sorted()
        let training = TrainingSummary(
            steps: seconds.count, secondsPerStep: seconds.isEmpty ? 0 : seconds[seconds.count / 2],
            peakRssBytes: HostSystem.peakRSSBytes, epochs: trained.flatMap(\.epochs), best: trained.map(\.best))
        return try finish(
            draft, created: created, data: data, scoring: scoring, models: trained.map(\.model), evaluated: evaluated,
            training: training, notices: trained.flatMap(\.notices), look: look)
    }

    /// Data -> evaluation of given models, one an appliance -> folder with the report.
    mutating func evaluate(
        _ task: EvaluationTask, into draft: RunDraft, created: UTCTime, look: ReportLook
    ) throws -> (RunFolder, Results) {
        precondition(
            task.learnt != nil || task.scope == .all, "without a training part the baselines can learn nothing")
        let data = try timed("data") { [configuration] in try DataStage(configuration, scope: task.scope) }
        let scoring = try timed("baselines") { [configuration] in
            try Scoring(
                configuration, dataset: data.dataset,
                learnt: task.learnt ?? LearntBaselines.fitted(to: data.dataset, configuration))
        }
        describe(data)
        var evaluated: [EvaluationStage] = []
        for (appliance, model) in zip(data.dataset.appliances, task.models) {
            let normalisation =
                try model.description?.normalisation ?? TrainingStage.normalisation(for: appliance, configuration)
            progress.stage("evaluating \(appliance.appliance)")
            evaluated.append(
                try timed("evaluating \(appliance.appliance)") { [configuration, threads] in
                    try EvaluationStage(
                        appliance, model: model, normalisation: normalisation,
                        window: configuration.window(of: appliance.appliance), scoring: scoring, threads: threads)
                })
        }
        return try finish(
            draft, created: created, data: data, scoring: scoring, models: task.models, evaluated: evaluated,
            training: nil, notices: task.run?.leaks(into: data.summary) ?? [], look: look)
    }

    /// Writes the folder's files, draws the report, and puts the folder in its place.
    private mutating func finish(
        _ draft: RunDraft, created: UTCTime, data: DataStage, scoring: Scoring, models: [ModelFile],
        evaluated: [EvaluationStage], training: TrainingSummary?, notices: [Notice], look: ReportLook?
    ) throws -> (RunFolder, Results) {
        let evaluations = evaluated.map(\.evaluation)
        var notices = notices + evaluations.flatMap(\.notices) + data.notices
        if configuration.preset == .quick {
            notices.append(
                Notice(
                    kind: .smoke, appliance: nil,
                    text: "This is a smoke run of the preset quick: too short to judge a model by."))
        }
        for notice in notices where notice.kind != .data { progress.warning(notice.text) }
        let results = Results(
            run: RunSummary(
                id: draft.id.text, created: created.iso8601, seed: configuration.seed,
                model: configuration.model.rawValue, parameters: models.first?.count ?? 0,
                data: data.summary),
            scoring: scoring.profile.definition, appliances: evaluations.map(\.result), training: training,
            windows: evaluations.flatMap(\.windows),
            attention: evaluated.flatMap { $0.attention.flatMap(\.maps) }, notices: notices, gates: [])
        let tensors = evaluated.flatMap(\.attention).reduce(into: [:]) { $0.merge($1.tensors) { first, _ in first } }
        let predictions = Predictions.bytes(of: evaluations.flatMap(\.series))
        let text = ConfigurationFile.text(of: configuration)
        try timed("writing") {
            try draft.write(ResultsFile.bytes(of: results), to: ResultsFile.name)
            try draft.write(text, to: RunFolder.configurationName)
            try draft.write(MetricsTable.bytes(of: results), to: MetricsTable.name)
            try draft.write(predictions, to: Predictions.name)
            try draft.write(LearntBaselinesFile.bytes(of: scoring.learnt), to: LearntBaselinesFile.name)
            if let training { try draft.write(History.bytes(of: training.epochs), to: History.name) }
            try draft.write(
                Safetensors(metadata: [:], tensors: tensors).bytes(source: RunFolder.attentionName),
                to: RunFolder.attentionName)
            for (model, result) in zip(models, results.appliances) {
                try draft.write(model.bytes(), to: ModelStore.name(of: result.name, among: models.count))
            }
        }
        // Page and manifest have one provenance, or drawing again from the manifest would make another page: so what
        // drawing takes stands in neither.
        let provenance = try Machine.provenance(threads: threads, durations: durations)
        if let look {
            progress.stage("drawing the report")
            // As render will read them: neighbouring stretches are one series on disk, and sums over it differ in their
            // last digits from sums over its parts.
            let series = try Predictions.decode(predictions, path: Predictions.name, periodS: data.summary.periodS)
            let contents = RunContents(
                results: results, configuration: configuration, series: series, attention: tensors)
            let remarks = try RunRenderer.draw(
                contents, configuration: text, provenance: provenance, in: draft.path, look: look)
            remarks.forEach(progress.warning)
        }
        return (try draft.complete(provenance: provenance), results)
    }

    private func describe(_ data: DataStage) {
        for house in data.summary.houses ?? [] {
            for meter in house.meters {
                progress.detail(
                    "\(house.house), \(meter.meter): \(meter.readings) readings on \(meter.rows) rows, \(meter.glitches) "
                        + "glitches, \(meter.filled) rows filled, \(meter.missing) missing in \(meter.gaps) gaps")
            }
            house.sentences.forEach { progress.detail("\(house.house): \($0)") }
        }
        if let leakage = data.summary.leakage { progress.detail(leakage.sentence) }
        for part in data.summary.parts {
            progress.detail(
                "\(part.appliance), \(part.part): \(part.house), \(part.rows) rows (\(part.missingRows) missing), "
                    + "\(part.windows) windows")
        }
    }

    /// Does `work` and notes how long it took.
    private mutating func timed<R>(_ stage: String, _ work: () throws -> R) rethrows -> R {
        let begin = ContinuousClock.now
        let result = try work()
        let elapsed = ContinuousClock.now - begin
        durations.append(
            Provenance.Duration(
                stage: stage,
                seconds: Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18))
        return result
    }
}
