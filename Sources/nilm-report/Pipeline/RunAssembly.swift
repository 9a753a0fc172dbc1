import Configuration
import Datasets
import Networks
import Pages
import Runs
import Scoring
import Support

/// Brings the stages of a run together and writes its folder.
struct RunAssembly {
    /// What was asked for; of a shared run without paths and dates once the data are read.
    private(set) var configuration: RunConfiguration
    let threads: Int
    let check: RunCheck
    /// Whether the run is to have no path and no real date.
    let isShared: Bool
    let progress: Progress
    private var times = StageTimes()

    init(configuration: RunConfiguration, threads: Int, check: RunCheck, isShared: Bool = false, progress: Progress) {
        self.configuration = configuration
        self.threads = threads
        self.check = check
        self.isShared = isShared
        self.progress = progress
    }

    /// Data -> training -> evaluation -> folder, with the report unless `look` is nil. Where training stands is kept every
    /// `interval` seconds.
    mutating func build(
        into draft: RunDraft, checkpointEvery interval: Double, look: ReportLook?
    ) throws -> (RunFolder, Results) {
        let (data, scoring) = try prepare(scope: .all, fits: nil, isTraining: true)
        var trained: [TrainingStage] = []
        var predicted: [PredictionStage] = []
        for (index, appliance) in data.dataset.appliances.enumerated() {
            let checkpoint = TrainingCheckpoint(
                draft, number: index + 1, appliance: appliance.appliance, data: data.dataset.sha256, interval: interval)
            let stage = try times.measure("training \(appliance.appliance)") { [configuration, threads, progress] in
                try TrainingStage(
                    appliance, configuration: configuration.narrowed(to: appliance.appliance), scoring: scoring,
                    threads: threads, checkpoint: checkpoint, progress: progress)
            }
            trained.append(stage)
            guard let description = stage.model.description else { preconditionFailure("a trained model has one") }
            predicted.append(
                try predict(appliance, model: stage.model, normalisation: description.normalisation))
        }
        let trainingHouses = Set(data.dataset.appliances.flatMap { ($0.train + $0.validation).map(\.house) })
        let evaluated = try evaluate(predicted, unseen: { !trainingHouses.contains($0) }, scoring: scoring)
        let seconds = trained.flatMap(\.outcome.stepSeconds).sorted()
        let training = TrainingSummary(
            steps: seconds.count,
            secondsPerStep: SourceDate.noted(seconds.isEmpty ? 0 : seconds[seconds.count / 2]),
            peakRssBytes: SourceDate.noted(HostSystem.peakRSSBytes), epochs: trained.flatMap(\.epochs),
            best: trained.map(\.best))
        return try finish(
            draft, data: data, scoring: scoring, models: trained.map(\.model), evaluated: evaluated,
            training: training, notices: trained.flatMap(\.notices),
            trainingRows: TrainingRows(of: data.dataset, movedBy: data.secondsMoved), look: look)
    }

    /// Data -> evaluation of given models, one an appliance -> folder with the report.
    mutating func evaluate(
        _ task: EvaluationTask, into draft: RunDraft, look: ReportLook
    ) throws -> (RunFolder, Results) {
        precondition(
            task.fits != nil || task.scope == .all, "without a training part the baselines can learn nothing")
        let (data, scoring) = try prepare(
            scope: task.scope, fits: isShared ? task.fits?.map(Sharing.cleaned) : task.fits, isTraining: false)
        var predicted: [PredictionStage] = []
        for (appliance, model) in zip(data.dataset.appliances, task.models) {
            let normalisation =
                try model.description?.normalisation ?? TrainingSetup.normalisation(for: appliance, configuration)
            predicted.append(try predict(appliance, model: model, normalisation: normalisation))
        }
        let evaluated = try evaluate(predicted, unseen: task.isUnseen, scoring: scoring)
        return try finish(
            draft, data: data, scoring: scoring, models: task.models, evaluated: evaluated,
            training: nil,
            notices: try task.run?.leaks(into: data) ?? [],
            trainingRows: try task.run?.trainingRows()?.of(appliances: data.dataset.appliances.map(\.appliance)),
            look: look
        )
    }

    /// Reads the data and says what they are. `learnt` is what the baselines know already; nil to fit them to these data.
    private mutating func prepare(
        scope: DatasetScope, fits: [BaselineFit]?, isTraining: Bool
    ) throws -> (DataStage, Scoring) {
        let data = try times.measure("data") { [configuration, isShared] in
            try DataStage(configuration, scope: scope, isShared: isShared)
        }
        if isShared { configuration = Sharing.cleaned(configuration) }
        // Before any long work, which a misspelt name would be in vain.
        try check.check(appliances: data.dataset.appliances.map(\.appliance))
        try MemoryCheck(configuration, threads: threads, isTraining: isTraining, dataset: data.dataset).require()
        let scoring = try times.measure("baselines") { [configuration] in
            try Scoring(
                configuration, appliances: data.dataset.appliances, timeZone: data.dataset.timeZone,
                fits: fits ?? BaselineFit.fitted(to: data.dataset, configuration))
        }
        describe(data)
        // Before any long work, so that nobody waits for numbers that can't be right.
        for notice in data.notices where notice.kind != .data { progress.warning(notice.said.english) }
        try Interruption.check()
        return (data, scoring)
    }

    /// Predicts one appliance's test part.
    private mutating func predict(
        _ appliance: ApplianceData, model: ModelFile, normalisation: Normalisation
    ) throws -> PredictionStage {
        try Interruption.check()
        progress.stage("predicting \(appliance.appliance)")
        return try times.measure("predicting \(appliance.appliance)") { [configuration, threads] in
            try PredictionStage(
                appliance, model: model, normalisation: normalisation,
                window: configuration.window(of: appliance.appliance), threads: threads)
        }
    }

    /// Scores all appliances; `unseen` says of a house whether no model was trained on it.
    private mutating func evaluate(
        _ predicted: [PredictionStage], unseen: (String) -> Bool, scoring: Scoring
    ) throws -> [EvaluationStage] {
        var parts = predicted.map { stage in
            HouseLevels.Part(
                appliance: stage.data.appliance, segments: stage.data.test, predictions: stage.predictions,
                learntW: scoring.fits.first { $0.appliance == stage.data.appliance }?.statesW?.last)
        }
        let houses = Set(predicted.flatMap { $0.data.test.map(\.house) }.filter(unseen))
        let isFound = configuration.houseLevels == .found && !houses.isEmpty
        if isFound { HouseLevels.adapt(&parts, houses: houses) }
        var evaluated: [EvaluationStage] = []
        for (stage, part) in zip(predicted, parts) {
            try Interruption.check()
            progress.stage("evaluating \(part.appliance)")
            evaluated.append(
                times.measure("evaluating \(part.appliance)") { [configuration, threads] in
                    EvaluationStage(
                        stage, predictions: part.predictions, levels: isFound ? part.levels : nil, scoring: scoring,
                        seed: configuration.seed, threads: threads)
                })
        }
        return evaluated
    }

    /// Writes the folder's files, draws the report, and puts the folder in its place.
    private mutating func finish(
        _ draft: RunDraft, data: DataStage, scoring: Scoring, models: [ModelFile],
        evaluated: [EvaluationStage], training: TrainingSummary?, notices: [Notice], trainingRows: TrainingRows?,
        look: ReportLook?
    ) throws -> (RunFolder, Results) {
        try Interruption.check()
        let evaluations = evaluated.map(\.evaluation)
        let told = data.notices
        var notices = notices + evaluations.flatMap(\.notices) + told
        let series = evaluations.flatMap(\.series)
        if configuration.preset == .quick {
            notices.append(Notice(.smoke))
        }
        for notice in notices where notice.kind != .data && !told.contains(notice) {
            progress.warning(notice.said.english)
        }
        var results = Results(
            run: RunSummary(
                id: draft.id.text, created: draft.created.iso8601, seed: configuration.seed,
                model: configuration.model.rawValue, parameters: models.first?.count ?? 0,
                data: data.summary),
            scoring: scoring.profile.definition, appliances: evaluations.map(\.result).withScoredRows(series),
            training: training, windows: evaluations.flatMap(\.windows),
            attention: evaluated.flatMap { $0.attention.flatMap(\.maps) }, notices: notices, gates: [])
        if isShared { results.removed = Sharing.removed }
        check.apply(to: &results)
        let files = RunFiles(
            results: results, configuration: configuration, series: series,
            fits: scoring.fits,
            trainingRows: isShared
                ? trainingRows?.shared(beside: data.dataset, movedBy: data.secondsMoved) : trainingRows,
            attention: evaluated.flatMap(\.attention).reduce(into: [:]) { $0.merge($1.tensors) { first, _ in first } },
            models: try zip(models, results.appliances).map { model, result in
                (ModelStore.name(of: result.name, among: models.count), try model.bytes())
            })
        try times.measure("writing") { try files.write(to: draft) }
        let made = try Machine.provenance(threads: threads, durations: times.durations)
        let provenance = isShared ? Sharing.cleaned(made) : made
        let folder = try files.complete(
            draft, provenance: provenance, look: look, progress: progress)
        return (folder, results)
    }

    private func describe(_ data: DataStage) {
        for house in data.summary.houses ?? [] {
            for meter in house.meters {
                progress.detail(
                    "\(house.house), \(meter.meter): \(meter.readings) readings on \(meter.rows) rows, "
                        + "\(meter.glitches) glitches, \(meter.filled) rows filled, \(meter.missing) missing in "
                        + "\(meter.gaps) gaps")
            }
            house.sentences.forEach { progress.detail("\(house.house): \($0.english)") }
        }
        if let leakage = data.summary.leakage { progress.detail(leakage.message.text.english) }
        for part in data.summary.parts {
            progress.detail(
                "\(part.appliance), \(part.part): \(part.house), \(part.rows) rows (\(part.missingRows) missing), "
                    + "\(part.windows) windows")
        }
    }
}
