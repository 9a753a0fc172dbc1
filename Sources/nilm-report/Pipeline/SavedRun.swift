import Configuration
import Models
import Runs

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
    func learnt() throws -> [LearntBaselines] {
        try LearntBaselinesFile.read(path: folder.verifiedPath(of: LearntBaselinesFile.name))
    }

    /// Refuses names of appliances that there is no model for; returns the names to use: all if none are `wanted`.
    func choose(_ wanted: [String]) throws(Failure) -> [String] {
        if let other = wanted.first(where: { !appliances.contains($0) }) {
            throw Failure(
                "\(folder.path): has no model for \(other); it has those of \(appliances.joined(separator: ", "))",
                exitCode: .usage)
        }
        return appliances.filter { wanted.isEmpty || wanted.contains($0) }
    }

    /// The numbers of the houses that the models learnt from.
    var trainedHouses: [Int] {
        learntHouses.compactMap { Int($0.dropFirst("house_".count)) }.sorted()
    }

    /// Their names, such as `house_1`.
    var learntHouses: Set<String> { Set(data.parts.filter(Self.isLearnt).map(\.house)) }

    /// What must be said of scores on rows that the models learnt from; the times of `scored` are `shift` seconds later
    /// than they were.
    func leaks(into scored: DataSummary, movedBy shift: Int) -> [Notice] {
        sharedRows(scored, movedBy: shift) + copies(scored)
    }

    /// A house that is scored and has the aggregate of another one, which the models learnt from.
    private func copies(_ scored: DataSummary) -> [Notice] {
        let learnt = learntHouses
        let tested = Set(scored.parts.filter { !Self.isLearnt($0) }.map(\.house))
        return (scored.houses ?? []).filter { tested.contains($0.house) }.flatMap { house in
            (data.houses ?? []).filter { other in
                learnt.contains(other.house) && other.house != house.house && house.aggregateSha256 != nil
                    && other.aggregateSha256 == house.aggregateSha256
            }.map { other in
                Notice(
                    kind: .leak, appliance: nil,
                    text:
                        "The rows of \(HouseName.text(house.house)) are those of \(HouseName.text(other.house)), which the "
                        + "models were trained on, under another name: the scores are of what was learnt from.")
            }
        }
    }

    /// The same times of the same house, in data of which at least one file is the same.
    private func sharedRows(_ scored: DataSummary, movedBy shift: Int) -> [Notice] {
        let known = Set(data.files.map(\.sha256))
        guard scored.files.contains(where: { known.contains($0.sha256) }) else { return [] }
        return scored.parts.filter { part in
            data.parts.contains {
                Self.isLearnt($0) && $0.house == part.house && $0.appliance == part.appliance
                    && $0.start < part.end - shift
                    && part.start - shift < $0.end
            }
        }.map { part in
            Notice(
                kind: .leak, appliance: part.appliance,
                text:
                    "The model of \(part.appliance) was trained on some of the rows of \(HouseName.text(part.house)) "
                    + "that are scored: its scores say too much. Choose days or houses that it has not seen.")
        }
    }

    private static func isLearnt(_ part: DataPart) -> Bool { part.part == "train" || part.part == "validation" }
}
