/// Events that are found within a tolerance.
enum EventMatching {
    /// How many pairs of a true and a predicted event can be made, each event in one pair, at most `tolerance` seconds
    /// apart. Both lists in time order.
    ///
    /// The earliest two unpaired events make a pair if they are near enough; otherwise the earlier of them has none and
    /// is passed over. No other choice makes more pairs: what can be paired with a later event only is never taken early.
    static func pairs(truth: [Int], prediction: [Int], tolerance: Int) -> Int {
        var (t, p, count) = (0, 0, 0)
        while t < truth.count, p < prediction.count {
            let difference = prediction[p] - truth[t]
            if abs(difference) <= tolerance {
                (t, p, count) = (t + 1, p + 1, count + 1)
            } else if difference > 0 {
                t += 1
            } else {
                p += 1
            }
        }
        return count
    }
}
