import Runs

/// What a run works on for one appliance.
package struct ApplianceData: Sendable {
    /// The canonical name.
    package var appliance: String
    /// In the order of the houses, then in time order.
    package var train: [Segment]
    package var validation: [Segment]
    package var test: [Segment]

    package init(appliance: String, train: [Segment] = [], validation: [Segment] = [], test: [Segment] = []) {
        self.appliance = appliance
        self.train = train
        self.validation = validation
        self.test = test
    }

    /// The segments of one part.
    package subscript(part: Part) -> [Segment] {
        get {
            switch part {
            case .train: train
            case .validation: validation
            case .test: test
            }
        }
        set {
            switch part {
            case .train: train = newValue
            case .validation: validation = newValue
            case .test: test = newValue
            }
        }
    }
}

extension ApplianceData {
    /// One summary per part and house. Training windows start every `stride` rows; those of validation and test cover
    /// every row they can, `coveringStride` rows apart.
    package func summaries(length: Int, stride: Int, coveringStride: Int) -> [DataPart] {
        Part.allCases.flatMap { part in
            var houses: [String] = []
            for segment in self[part] where !houses.contains(segment.house) { houses.append(segment.house) }
            return houses.map { house in
                let segments = self[part].filter { $0.house == house }
                let windows =
                    part == .train
                    ? Windows(of: segments, length: length, stride: stride)
                    : Windows.covering(segments, length: length, stride: coveringStride)
                return DataPart(
                    part: part, house: house, appliance: appliance, start: segments[0].start,
                    end: segments[segments.count - 1].end, rows: segments.reduce(0) { $0 + $1.rows },
                    missingRows: segments.reduce(0) { $0 + $1.missingRows }, windows: windows.count,
                    windowsWithGaps: windows.skippedForGaps)
            }
        }
    }
}
