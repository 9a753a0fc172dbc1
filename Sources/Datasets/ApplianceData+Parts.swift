import Runs

extension ApplianceData {
    /// One summary per part and house. Training windows start every `stride` rows; those of validation and test cover
    /// every row they can, `coveringStride` rows apart.
    package func summaries(length: Int, stride: Int, coveringStride: Int) -> [DataPart] {
        Part.allCases.flatMap { part in
            var houses: [String] = []
            for stretch in self[part] where !houses.contains(stretch.house) { houses.append(stretch.house) }
            return houses.map { house in
                let stretches = self[part].filter { $0.house == house }
                let windows =
                    part == .train
                    ? Windows(of: stretches, length: length, stride: stride)
                    : Windows.covering(stretches, length: length, stride: coveringStride)
                return DataPart(
                    part: part, house: house, appliance: appliance, start: stretches[0].start,
                    end: stretches[stretches.count - 1].end, rows: stretches.reduce(0) { $0 + $1.rows },
                    missingRows: stretches.reduce(0) { $0 + $1.missingRows }, windows: windows.count,
                    windowsWithGaps: windows.skippedForGaps)
            }
        }
    }
}
