import Support

/// Why a change has no interval that tells it from chance.
package enum ChangeReason: Message, Equatable {
    case fewBlocks(Int, fewest: Int)
    case oftenUndefined, noSums, otherBlocks, differentBlocks, differentSamples

    package enum Name: CaseIterable {
        case fewBlocks, oftenUndefined, noSums, otherBlocks, differentBlocks, differentSamples
    }

    package var name: Name {
        switch self {
        case .fewBlocks: .fewBlocks
        case .oftenUndefined: .oftenUndefined
        case .noSums: .noSums
        case .otherBlocks: .otherBlocks
        case .differentBlocks: .differentBlocks
        case .differentSamples: .differentSamples
        }
    }

    package static func samples(of name: Name) -> [ChangeReason] {
        switch name {
        case .fewBlocks: [.fewBlocks(3, fewest: 8)]
        case .oftenUndefined: [.oftenUndefined]
        case .noSums: [.noSums]
        case .otherBlocks: [.otherBlocks]
        case .differentBlocks: [.differentBlocks]
        case .differentSamples: [.differentSamples]
        }
    }

    package var text: String {
        switch self {
        case .fewBlocks(let blocks, let fewest): "there are \(blocks) blocks of scored samples, fewer than \(fewest)"
        case .oftenUndefined: "it is not defined over many choices of days"
        case .noSums: "a results.json of an earlier version has no sums by day"
        case .otherBlocks: "the two runs' samples are cut into other blocks"
        case .differentBlocks: "the runs' samples are cut into different blocks, or into none"
        case .differentSamples: "the two models were scored on different samples"
        }
    }
}
