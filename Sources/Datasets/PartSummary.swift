/// The size of one part, house and appliance, for the report.
package struct PartSummary: Equatable, Sendable {
    package var part: Part
    package var house: String
    package var appliance: String
    /// Unix seconds of the first row and of the end of the last one.
    package var start: Int
    package var end: Int
    /// Rows of the grid, and those where the aggregate or the appliance has no reading.
    package var rows: Int
    package var missingRows: Int
    /// Windows used, and those left out because of a gap (see ``Windows/skippedForGaps``).
    package var windows: Int
    package var windowsWithGaps: Int
}

extension ApplianceData {
    /// One summary a part and house. Training windows start every `stride` rows; those of validation and test cover
    /// every row they can, `coveringStride` rows apart.
    package func summaries(length: Int, stride: Int, coveringStride: Int) -> [PartSummary] {
        Part.allCases.flatMap { part in
            var houses: [String] = []
            for stretch in self[part] where !houses.contains(stretch.house) { houses.append(stretch.house) }
            return houses.map { house in
                let stretches = self[part].filter { $0.house == house }
                let windows =
                    part == .train
                    ? Windows(of: stretches, length: length, stride: stride)
                    : Windows.covering(stretches, length: length, stride: coveringStride)
                return PartSummary(
                    part: part, house: house, appliance: appliance, start: stretches[0].start,
                    end: stretches[stretches.count - 1].end, rows: stretches.reduce(0) { $0 + $1.rows },
                    missingRows: stretches.reduce(0) { $0 + $1.missingRows }, windows: windows.count,
                    windowsWithGaps: windows.skippedForGaps)
            }
        }
    }
}
