import Datasets
import Support

/// The longest gaps of a house, with the meters that have each.
struct HouseGaps {
    struct Gap: Equatable {
        var gap: LongestGaps.Gap
        var meters: [String]
    }

    static let most = 10

    /// The longest first, of equal ones the earliest.
    let longest: [Gap]
    /// How long a gap is at least: `180 s`, or `180 to 450 s` where meters differ.
    let limit: Text

    init(_ house: HouseInspection) {
        let limits = house.meters.map(\.gapLimitS)
        limit = AmountText.seconds(limits.min() ?? 0, limits.max() ?? 0)
        var meters: [LongestGaps.Gap: [String]] = [:]
        for meter in house.meters {
            for gap in meter.longestGaps.prefix(Self.most) { meters[gap, default: []].append(meter.name) }
        }
        let gaps = meters.map { Gap(gap: $0.key, meters: $0.value) }
        longest = Array(
            gaps.sorted { ($1.gap.seconds, $0.gap.start) < ($0.gap.seconds, $1.gap.start) }.prefix(Self.most))
    }
}
