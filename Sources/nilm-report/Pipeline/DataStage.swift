import Configuration
import Datasets
import Runs
import Scoring

/// The data of a run, as its configuration asks for them.
struct DataStage {
    let dataset: Dataset
    let summary: DataSummary
    /// Seconds that all times of a shared run were moved by.
    let secondsMoved: Int

    init(_ configuration: RunConfiguration, scope: DatasetScope = .all, isShared: Bool = false) throws {
        let loaded = try Dataset.load(try DatasetRequest(configuration, scope: scope))
        let (dataset, clock) = isShared ? loaded.withoutTraces() : (loaded, nil)
        secondsMoved = clock?.shift ?? 0
        let configuration = isShared ? Sharing.cleaned(configuration) : configuration
        try Self.checkNames(configuration, appliances: dataset.appliances.map(\.appliance))
        let parts = dataset.appliances.flatMap { data in
            let window = configuration.window(of: data.appliance)
            return data.summaries(
                length: window, stride: configuration.stride(of: data.appliance),
                coveringStride: Windows.coveringStride(for: window))
        }
        self.dataset = dataset
        summary = DataSummary(
            source: configuration.data, sha256: dataset.sha256, periodS: dataset.period, timeZone: dataset.timeZone,
            files: dataset.files, parts: parts,
            asked: AskedData(configuration, isSynthetic: dataset.houses.isEmpty), houses: dataset.houses,
            leakage: scope == .all ? LeakageCheck(dataset, configuration) : nil)
    }

    /// That rows are too long to see an appliance by; nil for any other.
    private static func averaged(_ appliance: String, periodS: Int) -> Notice? {
        guard let usual = Appliances.kind(named: appliance).usualOn, periodS > usual else { return nil }
        return Notice(.averaged(appliance: appliance, usualS: usual, periodS: periodS))
    }

    /// Refuses settings of an appliance that the run has not: a misspelt name would change nothing.
    static func checkNames(_ configuration: RunConfiguration, appliances: [String]) throws(Failure) {
        for (key, name) in configuration.ownSettings where !appliances.contains(name) {
            throw Failure(
                "\(key) names \(name), which is none of the run's appliances (\(appliances.joined(separator: ", "))); "
                    + "correct the name, or leave it out", exitCode: .usage)
        }
    }

    /// What was left out of the data and what is doubtful about them, as notices.
    var notices: [Notice] {
        var notices = dataset.doubts.map { Notice(.doubt(message: $0)) }
        notices += (summary.houses ?? []).flatMap(\.leftOut).map { Notice(.leftOut(message: $0)) }
        notices += dataset.appliances.compactMap { Self.averaged($0.appliance, periodS: dataset.period) }
        notices += dataset.withoutAppliance.map { appliance, houses in
            Notice(.notInHouses(appliance: appliance, houses: houses))
        }
        if let leakage = summary.leakage, !leakage.passed {
            notices.append(Notice(.leakage(message: leakage.message)))
        }
        return notices
            + summary.parts.compactMap { part in
                guard part.windowsWithGaps > 0 else { return nil }
                return Notice(
                    .windowsWithGaps(
                        appliance: part.appliance, windows: part.windowsWithGaps,
                        of: part.windows + part.windowsWithGaps, house: part.house, part: part.part))
            }
    }
}
