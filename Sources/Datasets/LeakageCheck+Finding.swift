import Runs

extension LeakageCheck {
    /// Computed from the windows themselves, not from the split: `length` rows each; those of the training part start
    /// every `stride` rows, those of validation and test cover what they can, `coveringStride` rows apart.
    package init(of data: ApplianceData, length: Int, stride: Int, coveringStride: Int) {
        self.init(copies: CopiedHouse.all(scored: data.test, learnt: data.train + data.validation))
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
                    distanceS = min(distanceS ?? apart, apart)
                }
            }
        }
        sharedHouses.sort()
    }

    /// Of several appliances together.
    package static func all(_ checks: [LeakageCheck]) -> LeakageCheck {
        checks.reduce(into: LeakageCheck()) { all, check in
            all.sharedRows += check.sharedRows
            all.sharedHouses = Set(all.sharedHouses + check.sharedHouses).sorted()
            all.copies = CopiedHouse.most((all.copies ?? []) + (check.copies ?? []))
            all.distanceS = [all.distanceS, check.distanceS].compactMap { $0 }.min()
        }
    }

    /// The times that windows cover, by house, in Unix seconds; those that touch are one.
    private static func spans(of windows: [Windows]) -> [String: [Range<Int>]] {
        var spans: [String: [Range<Int>]] = [:]
        for windows in windows {
            for index in 0..<windows.count {
                let segment = windows.segment(of: index)
                let start = windows.start(of: index)
                spans[segment.house, default: []].append(start..<start + windows.length * segment.period)
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
