import Datasets

/// What a house draws beside the appliances that are told: the median, over the rows of the training part, of the
/// aggregate less their powers.
///
/// The least aggregate would be less than the house draws at any usual time, and a single low reading would decide it:
/// what is left of the base load is then taken for an appliance.
enum BaseLoad {
    /// Of an appliance's training part and those of the `others`, whose rows at the same times in the same house count
    /// where they have one; watts, 0 at least, 0 without a reading.
    ///
    /// A row at which another appliance of the house has no reading is left out, unless that leaves none.
    static func watts(of train: [Segment], beside others: some Sequence<[Segment]>) -> Float {
        let others = others.map { part in Dictionary(grouping: part, by: \.house) }
        var (known, all): ([Float], [Float]) = ([], [])
        for segment in train {
            let beside = others.compactMap { $0[segment.house] }
            // Rests without the own power alone are kept for want of better ones.
            var rest = zip(segment.aggregate, segment.truth).map { $0 - $1 }
            all += rest.filter { !$0.isNaN }
            for part in beside {
                var powers = [Float](repeating: .nan, count: segment.rows)
                for other in part where other.period == segment.period {
                    let offset = (other.start - segment.start).quotientAndRemainder(dividingBy: segment.period)
                    guard offset.remainder == 0 else { continue }
                    let first = max(0, offset.quotient)
                    let end = min(segment.rows, offset.quotient + other.rows)
                    for row in first..<max(first, end) { powers[row] = other.truth[row - offset.quotient] }
                }
                for row in rest.indices { rest[row] -= powers[row] }
            }
            known += rest.filter { !$0.isNaN }
        }
        let sorted = (known.isEmpty ? all : known).sorted()
        return sorted.isEmpty ? 0 : max(0, sorted[(sorted.count - 1) / 2])
    }
}
