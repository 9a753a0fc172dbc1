import Configuration
import Datasets
import Networks
import Pages
import Runs
import Scoring
import Support

/// Brings the stages of a run together for predictions that another program made.
struct ImportAssembly {
    let configuration: RunConfiguration
    let table: PredictionOptions
    /// Seconds; nil for the usual time between the lines.
    let period: Int?
    let modelName: String
    /// Samples in the windows shown.
    let shown: Int
    let check: RunCheck
    /// Whether the run is to have no path and no real date.
    let isShared: Bool
    let progress: Progress
    private var times = StageTimes()

    init(
        configuration: RunConfiguration, table: PredictionOptions, period: Int?, modelName: String, shown: Int,
        check: RunCheck, isShared: Bool, progress: Progress
    ) {
        self.configuration = configuration
        self.table = table
        self.period = period
        self.modelName = modelName
        self.shown = shown
        self.check = check
        self.isShared = isShared
        self.progress = progress
    }

    /// Files -> evaluation -> folder with the report.
    mutating func make(
        predictions: String, training: String?, attention: String?, into draft: RunDraft, look: ReportLook
    ) throws -> (RunFolder, Results) {
        progress.stage("reading \(predictions)")
        var content = try times.measure("data") { [table, period] in
            let table = try PredictionTable(file: predictions, options: table)
            let count = table.appliances.count
            guard count <= Results.mostAppliances else {
                throw Failure(
                    "\(predictions): has predictions of \(count) appliances, and a run has at most "
                        + "\(Results.mostAppliances): split the table", exitCode: .badData)
            }
            return try table.read(period: period)
        }
        let rows = content.appliances.reduce(0) { $0 + $1.test.reduce(0) { $0 + $1.rows } }
        let known = content.appliances.reduce(0) { $0 + $1.test.knownRows }
        try MemoryCheck.require(
            MemoryEstimate(importedRows: known, dataBytes: Segment.bytes(rows: rows, segments: 0)),
            advice: { "the number of rows, by a shorter table or a longer --period" })
        var clock: SharedClock?
        if isShared, let first = content.appliances.map({ $0.test[0].start }).min() {
            clock = SharedClock(first: first, timeZone: content.timeZone)
            content.timeZone = "UTC"
        }
        if let clock { for index in content.appliances.indices { clock.move(&content.appliances[index]) } }
        try DataStage.checkNames(configuration, appliances: content.appliances.map(\.appliance))
        try check.check(appliances: content.appliances.map(\.appliance))
        let (fits, trainingFile) = try times.measure("baselines") { [self, content] in
            try self.fits(from: training, beside: content, clock)
        }
        try Interruption.check()
        let scoring = try Scoring(
            configuration, appliances: content.appliances, timeZone: content.timeZone, fits: fits)
        progress.stage("evaluating")
        let evaluations = times.measure("evaluating") { [self, content] in
            zip(content.appliances, content.predictions).map { data, prediction in
                ApplianceEvaluation(
                    data: data, predictions: [prediction], window: nil,
                    shown: min(self.shown, Self.longest(data.test[0], prediction)), scoring: scoring)
            }
        }
        let series = evaluations.flatMap(\.series)
        let imported = try attention.map {
            try ImportedAttention(
                Safetensors(contentsOf: $0), path: $0, series: evaluations.flatMap(\.scoredSeries),
                secondsMoved: clock?.shift ?? 0)
        }
        let notices = evaluations.flatMap(\.notices) + self.notices(content)
        for notice in notices where notice.kind != .data { progress.warning(notice.said.english) }
        var results = Results(
            run: RunSummary(
                id: draft.id.text, created: draft.created.iso8601, seed: 0, model: modelName, parameters: nil,
                data: try summary(
                    content, path: predictions, files: [content.file] + [trainingFile].compactMap { $0 },
                    attention: attention)),
            scoring: scoring.profile.definition, appliances: evaluations.map(\.result).withScoredRows(series),
            training: nil,
            windows: evaluations.flatMap(\.windows) + (imported?.windows ?? []), attention: imported?.maps ?? [],
            notices: notices, gates: [])
        if isShared { results.removed = Sharing.removed }
        check.apply(to: &results)
        let files = RunFiles(
            results: results, configuration: nil, series: series, fits: fits, attention: imported?.tensors ?? [:])
        try Interruption.check()
        try times.measure("writing") { try files.write(to: draft) }
        let made = try Machine.provenance(threads: 1, durations: times.durations)
        let provenance = isShared ? Sharing.cleaned(made) : made
        let folder = try files.complete(
            draft, provenance: provenance, look: look, progress: progress)
        return (folder, files.results)
    }

    /// What the baselines learn from a table of training data, or from the scored rows for want of one.
    private func fits(
        from training: String?, beside content: PredictionTable.Content, _ clock: SharedClock?
    ) throws -> ([BaselineFit], DataFile?) {
        var data = content.appliances
        var source = BaselinesSource.scoredRows
        var file: DataFile?
        if let training {
            var options = table
            options.predictions = []
            let known = try PredictionTable(file: training, options: options, hasPredictions: false)
                .read(period: content.period)
            file = known.file
            data = try content.appliances.map { data in
                guard let own = known.appliances.first(where: { $0.appliance == data.appliance }) else {
                    throw Failure(
                        "\(training): has no truth of \(data.appliance); add a column \(data.appliance)_truth, or leave "
                            + "--training out", exitCode: .badData)
                }
                var moved = own
                clock?.move(&moved)
                return moved
            }
            source = .trainingFile(file: isShared ? nil : training, places: data[0].train.places(hasClock: true))
        }
        let parts = data.map { $0.train.isEmpty ? $0.test : $0.train }
        let fits = try data.enumerated().map { index, data in
            try BaselineFit(
                fittedTo: parts[index], beside: parts[..<index] + parts[(index + 1)...],
                kind: ApplianceKind(named: data.appliance, configuration), source: source, timeZone: content.timeZone)
        }
        return (fits, file)
    }

    /// The most neighbouring rows that are scored, at least one.
    private static func longest(_ segment: Segment, _ prediction: [Float]) -> Int {
        segment.runs.flatMap { run in run.split { prediction[$0].isNaN }.map(\.count) }.max() ?? 1
    }

    private func summary(
        _ content: PredictionTable.Content, path: String, files: [DataFile], attention: String?
    ) throws -> DataSummary {
        var files = files
        if let attention {
            files.append(
                DataFile(
                    path: attention, bytes: try FileReader(path: attention).size,
                    sha256: try FileHash.sha256(of: attention)))
        }
        if isShared {
            for index in files.indices { files[index].path = "file \(index + 1)" }
        }
        return DataSummary(
            source: "import:" + (isShared ? "shared" : path),
            sha256: FileHash.sha256(files.map { $0.sha256 + "\n" }.joined()),
            periodS: content.period, timeZone: content.timeZone, files: files,
            parts: content.appliances.map { data in
                let segment = data.test[0]
                return DataPart(
                    part: .test, house: segment.house, appliance: data.appliance, start: segment.start,
                    end: segment.end, rows: segment.rows, missingRows: segment.missingRows, windows: 0,
                    windowsWithGaps: 0)
            })
    }

    /// What was not as in an even table, and rows that have all but a prediction.
    private func notices(_ content: PredictionTable.Content) -> [Notice] {
        var notices = content.remarks.map { Notice(.remark(message: $0)) }
        notices += content.doubts.map { Notice(.doubt(message: $0)) }
        for (data, prediction) in zip(content.appliances, content.predictions) {
            let segment = data.test[0]
            if let doubt = AggregateDoubts.normalised(prediction, truth: segment.truth, appliance: data.appliance) {
                notices.append(Notice(doubt))
            }
            let known = segment.runs.joined()
            let unpredicted = known.count { prediction[$0].isNaN }
            guard unpredicted > 0 else { continue }
            let threshold = ApplianceKind(named: data.appliance, configuration).onThreshold
            let on = known.filter { segment.truth[$0] >= threshold }
            let unpredictedOn = on.count { prediction[$0].isNaN }
            if unpredictedOn * 10 > on.count, unpredictedOn * known.count > 2 * unpredicted * on.count {
                notices.append(
                    Notice(.notPredictedOn(appliance: data.appliance, rows: unpredictedOn, of: on.count)))
            }
            notices.append(
                Notice(.notPredicted(appliance: data.appliance, rows: unpredicted, of: known.count)))
        }
        return notices
    }
}
