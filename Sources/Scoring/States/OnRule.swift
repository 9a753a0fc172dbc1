import Runs

/// When an appliance counts as on, from its power.
///
/// The order matters and is fixed: first the threshold; then times off of at most `minimumOff` between two times on
/// become on; then times on that are shorter than `minimumOn` become off (Kelly & Knottenbelt 2015, as BERT4NILM's
/// dataset.py computes it). A time at the edge of a gap counts as long as it was seen.
package struct OnRule: Equatable, Sendable {
    /// Watts: on from here, or above it if `isStrict`.
    package var threshold: Double
    package var isStrict = false
    /// Watts up to which it is on; nil for no bound.
    package var maximum: Double?
    /// Seconds.
    package var minimumOff = 0
    package var minimumOn = 0

    package init(
        threshold: Double, isStrict: Bool = false, maximum: Double? = nil, minimumOff: Int = 0, minimumOn: Int = 0
    ) {
        self.threshold = threshold
        self.isStrict = isStrict
        self.maximum = maximum
        self.minimumOff = minimumOff
        self.minimumOn = minimumOn
    }

    /// A state a sample; the samples are `periodS` seconds apart without a gap.
    package func states(of watts: [Double], periodS: Int) -> [Bool] {
        let upper = maximum ?? .infinity
        var states = watts.map { (isStrict ? $0 > threshold : $0 >= threshold) && $0 <= upper }
        if minimumOff == 0, minimumOn == 0 { return states }
        var uses: [Range<Int>] = []
        for use in OnRule.uses(in: states) {
            if let last = uses.last, (use.lowerBound - last.upperBound) * periodS <= minimumOff {
                uses[uses.count - 1] = last.lowerBound..<use.upperBound
            } else {
                uses.append(use)
            }
        }
        for index in states.indices { states[index] = false }
        for use in uses where use.count * periodS >= minimumOn {
            for index in use { states[index] = true }
        }
        return states
    }

    /// The longest ranges of on-samples, in time order.
    static func uses(in states: [Bool]) -> [Range<Int>] {
        var uses: [Range<Int>] = []
        var first: Int?
        for (index, isOn) in states.enumerated() {
            if isOn {
                first = first ?? index
            } else if let start = first {
                uses.append(start..<index)
                first = nil
            }
        }
        if let first { uses.append(first..<states.count) }
        return uses
    }

    /// In words, with the numbers.
    package var words: StateWords {
        StateWords(onW: threshold, isStrict: isStrict, upToW: maximum, mostOffS: minimumOff, leastOnS: minimumOn)
    }
}
