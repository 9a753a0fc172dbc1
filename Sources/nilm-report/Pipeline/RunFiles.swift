import Configuration
import Pages
import Runs
import Support

/// What a run leaves on disk.
struct RunFiles {
    let results: Results
    /// nil for imported predictions.
    let configuration: RunConfiguration?
    let series: [PredictionSeries]
    let fits: [BaselineFit]
    /// nil where it is not known what the models learnt from.
    var trainingRows: TrainingRows?
    /// By the maps' `tensor` names.
    let attention: [String: Safetensors.Tensor]
    /// With the names of their files.
    var models: [(name: String, bytes: [UInt8])] = []

    /// Writes all that is not drawn.
    func write(to draft: RunDraft) throws {
        try draft.write(ResultsFile.bytes(of: results), to: ResultsFile.name)
        if let configuration {
            try draft.write(ConfigurationFile.text(of: configuration), to: RunFolder.configurationName)
        }
        for (name, bytes) in RunTexts.files(of: results) { try draft.write(bytes, to: name) }
        try draft.write(Predictions.bytes(of: series), to: Predictions.name)
        try draft.write(BaselineFitFile.bytes(of: fits), to: BaselineFitFile.name)
        if let trainingRows { try draft.write(TrainingRowsFile.bytes(of: trainingRows), to: TrainingRowsFile.name) }
        try draft.write(
            Safetensors(metadata: [:], tensors: attention).bytes(source: RunFolder.attentionName),
            to: RunFolder.attentionName)
        for (name, bytes) in models { try draft.write(bytes, to: name) }
    }

    /// Draws the report unless `look` is nil, and puts the folder in its place, after ``write(to:)``.
    ///
    /// Page and manifest have one provenance, or drawing again from the manifest would make another page: so what
    /// drawing takes stands in neither.
    func complete(
        _ draft: RunDraft, provenance: Provenance, look: ReportLook?, progress: Progress
    ) throws -> RunFolder {
        if let look {
            progress.stage("drawing the report")
            let contents = RunContents(results: results, series: series.joinedNeighbours, attention: attention)
            do throws(ReportError) {
                let remarks = try RunRenderer.draw(
                    contents, configuration: configuration.map(ConfigurationFile.text), provenance: provenance,
                    in: draft.path, look: look)
                remarks.forEach(progress.warning)
            } catch {
                guard let failure = Failure(error), !failure.isTemporary else { throw error }
                // What took long is worth more than its page.
                let folder = try draft.complete(provenance: provenance, onWarning: progress.warning)
                throw Failure(
                    "\(failure.message); the run \(folder.path) is complete but for its page and figures, which "
                        + "nilm-report render \(folder.path) draws", exitCode: failure.exitCode)
            }
        }
        return try draft.complete(provenance: provenance, onWarning: progress.warning)
    }
}
