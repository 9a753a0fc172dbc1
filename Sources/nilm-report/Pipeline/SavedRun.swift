import Configuration
import Networks
import Runs
import Support

/// A run that was made before, whose models are used again.
struct SavedRun {
    let folder: RunFolder
    /// What the run was asked for.
    let settings: ConfigurationLayer
    let data: DataSummary
    /// The appliances that it has a model for, in its order.
    let appliances: [String]
    /// Watts from which each counts as on.
    let thresholds: [String: Double]

    init(path: String) throws {
        folder = try RunFolder(path: path)
        let file = folder.path + "/" + RunFolder.configurationName
        guard let text = try folder.configurationText() else {
            throw Failure(
                "\(path): has no model and no configuration, as a run of imported predictions; give a run that was "
                    + "trained", exitCode: .usage)
        }
        // What the run had to meet is not asked of another evaluation.
        settings = try ConfigurationFile.layer(text: text, path: file).without("gates")
        let results = try folder.results()
        data = results.run.data
        appliances = results.appliances.map(\.name)
        thresholds = Dictionary(results.appliances.map { ($0.name, $0.onThresholdW) }) { first, _ in first }
    }

    /// One for each of ``appliances``.
    func models() throws -> [ModelFile] { try ModelStore.models(of: folder, appliances: appliances) }

    /// What the baselines learnt from the data that the models were trained on.
    func fits() throws -> [BaselineFit] {
        try BaselineFitFile.read(path: folder.verifiedPath(of: BaselineFitFile.name))
    }

    /// Refuses names of appliances that there is no model for; returns the names to use: all if none are `wanted`.
    func choose(_ wanted: [String]) throws(Failure) -> [String] {
        try ModelStore.choose(wanted, among: appliances, of: folder.path)
    }

    /// The houses that the models learnt from.
    var trainedHouses: [HouseName] {
        learntHouses.map(HouseName.init(label:)).sorted()
    }

    /// Their names, such as `house_1`.
    var learntHouses: Set<String> { Set(data.parts.filter(Self.isLearnt).map(\.house)) }

    /// The rows that the models learnt from; nil for a run of an earlier version, and for one whose models came alone.
    func trainingRows() throws -> TrainingRows? {
        guard folder.manifest.files.contains(where: { $0.path == TrainingRowsFile.name }) else { return nil }
        return try TrainingRowsFile.read(path: folder.verifiedPath(of: TrainingRowsFile.name))
    }

    /// What must be said of scores on rows that the models learnt from: told by the rows themselves, and by the files that
    /// the data came from.
    func leaks(into scored: DataStage) throws -> [Notice] {
        let found = try trainingRows()?.found(in: scored.dataset, movedBy: scored.secondsMoved) ?? []
        var own = found.filter { $0.house == $0.learnt }.map { (appliance: $0.appliance, house: $0.house) }
        var copied = found.filter { $0.house != $0.learnt }.map { (scored: $0.house, learnt: $0.learnt) }
        own += sharedRows(scored.summary, movedBy: scored.secondsMoved)
        copied += copies(scored.summary)
        var notices: [Notice] = []
        for leak in own {
            notices.append(Notice(.trainedOn(appliance: leak.appliance, house: leak.house)))
        }
        for leak in copied {
            notices.append(Notice(.copied(scored: leak.scored, learnt: leak.learnt)))
        }
        return notices.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// A house that is scored and has the aggregate of another one, which the models learnt from.
    private func copies(_ scored: DataSummary) -> [(scored: String, learnt: String)] {
        let learnt = learntHouses
        let tested = Set(scored.parts.filter { !Self.isLearnt($0) }.map(\.house))
        return (scored.houses ?? []).filter { tested.contains($0.house) }.flatMap { house in
            (data.houses ?? []).filter { other in
                learnt.contains(other.house) && other.house != house.house && house.aggregateSha256 != nil
                    && other.aggregateSha256 == house.aggregateSha256
            }.map { (house.house, $0.house) }
        }
    }

    /// The same times of the same house, in data of which at least one file is the same.
    private func sharedRows(_ scored: DataSummary, movedBy shift: Int) -> [(appliance: String, house: String)] {
        let known = Set(data.files.map(\.sha256))
        guard scored.files.contains(where: { known.contains($0.sha256) }) else { return [] }
        return scored.parts.filter { part in
            data.parts.contains {
                Self.isLearnt($0) && $0.house == part.house && $0.appliance == part.appliance
                    && $0.start < part.end - shift
                    && part.start - shift < $0.end
            }
        }.map { ($0.appliance, $0.house) }
    }

    private static func isLearnt(_ part: DataPart) -> Bool { part.part != .test }
}
