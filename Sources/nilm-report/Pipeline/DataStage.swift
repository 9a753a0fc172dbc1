import Configuration
import Datasets
import Evaluation
import Runs

/// The data of a run, as its configuration asks for them.
struct DataStage {
    let dataset: Dataset
    let summary: DataSummary

    init(_ configuration: RunConfiguration) throws {
        let request = DatasetRequest(
            source: try DataSource(parsing: configuration.data), reading: ReaderOptions(configuration),
            appliances: configuration.appliances,
            trainHouses: configuration.trainHouses, testHouses: configuration.testHouses, from: configuration.from,
            to: configuration.to, split: configuration.split, period: configuration.period,
            preparation: PreparationOptions(configuration), syntheticWindows: configuration.syntheticWindows,
            seed: configuration.seed, window: configuration.window,
            stride: configuration.stride)
        let dataset = try Dataset.load(request)
        let parts = dataset.appliances.flatMap { data in
            data.summaries(
                length: configuration.window, stride: configuration.stride,
                coveringStride: Windows.coveringStride(for: configuration.window))
        }
        self.dataset = dataset
        summary = DataSummary(
            source: configuration.data, sha256: dataset.sha256, periodS: dataset.period, timeZone: dataset.timeZone,
            files: dataset.files.map { DataFile(path: $0.path, bytes: $0.bytes, sha256: $0.sha256) },
            parts: parts.map {
                DataPart(
                    part: $0.part.rawValue, house: $0.house, appliance: $0.appliance, start: $0.start, end: $0.end,
                    rows: $0.rows, missingRows: $0.missingRows, windows: $0.windows,
                    windowsWithGaps: $0.windowsWithGaps)
            })
    }

    /// What was left out of the data, as notices.
    var notices: [Notice] {
        summary.parts.compactMap { part in
            guard part.windowsWithGaps > 0 else { return nil }
            return Notice(
                kind: .data, appliance: part.appliance,
                text: "\(part.windowsWithGaps) of \(part.windows + part.windowsWithGaps) windows of \(part.house), "
                    + "\(part.part) part, were left out because of gaps.")
        }
    }
}
