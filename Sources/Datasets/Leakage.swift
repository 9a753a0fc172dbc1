/// Whether rows of test windows lie in windows that a model is trained on or chosen by.
package struct Leakage: Equatable, Sendable {
    /// Rows of test windows that lie in a training or validation window of the same house.
    package private(set) var sharedRows = 0
    /// Houses that have both test windows and others, sorted.
    package private(set) var sharedHouses: [String] = []
    /// Seconds between a test window and the nearest other one of its house; nil where no house has both.
    package private(set) var distance: Int?
    /// Houses that are scored and have rows of a house that was learnt from.
    package private(set) var copies: [HouseCopy] = []

    /// Computed from the windows themselves, not from the split: `length` rows each; those of the training part start
    /// every `stride` rows, those of validation and test cover what they can, `coveringStride` rows apart.
    package init(of data: ApplianceData, length: Int, stride: Int, coveringStride: Int) {
        let train = Windows(of: data.train, length: length, stride: stride)
        let validation = Windows.covering(data.validation, length: length, stride: coveringStride)
        let test = Windows.covering(data.test, length: length, stride: coveringStride)
        let learnt = Self.spans(of: [train, validation])
        let scored = Self.spans(of: [test])
        let periods = data.test.map(\.period)
        for (house, spans) in scored {
            guard let others = learnt[house], let period = periods.first else { continue }
            sharedHouses.append(house)
            for span in spans {
                for other in others {
                    let shared = span.clamped(to: other).count
                    sharedRows += (shared + period - 1) / period
                    let apart = max(0, other.lowerBound - span.upperBound, span.lowerBound - other.upperBound)
                    distance = min(distance ?? apart, apart)
                }
            }
        }
        sharedHouses.sort()
        copies = HouseCopy.all(scored: data.test, learnt: data.train + data.validation)
    }

    private init() {}

    /// Of several appliances together.
    package static func all(_ checks: [Leakage]) -> Leakage {
        checks.reduce(into: Leakage()) { all, check in
            all.sharedRows += check.sharedRows
            all.sharedHouses = Set(all.sharedHouses + check.sharedHouses).sorted()
            all.copies = HouseCopy.most(all.copies + check.copies)
            all.distance = [all.distance, check.distance].compactMap { $0 }.min()
        }
    }

    /// The times that windows cover, by house, in Unix seconds; those that touch are one.
    private static func spans(of windows: [Windows]) -> [String: [Range<Int>]] {
        var spans: [String: [Range<Int>]] = [:]
        for windows in windows {
            for index in 0..<windows.count {
                let stretch = windows.stretch(of: index)
                let start = windows.start(of: index)
                spans[stretch.house, default: []].append(start..<start + windows.length * stretch.period)
            }
        }
        return spans.mapValues { spans in
            spans.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { merged, span in
                if let last = merged.last, last.upperBound >= span.lowerBound {
                    merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, span.upperBound)
                } else {
                    merged.append(span)
                }
            }
        }
    }
}
