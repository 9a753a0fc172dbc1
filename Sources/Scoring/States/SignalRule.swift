import Runs

/// What becomes of a power before it is scored, and when it counts as on.
package struct SignalRule: Equatable, Sendable {
    /// Powers below this, watts, become 0; or those up to it if `zeroesBound`.
    package var zeroBelow: Double?
    package var zeroesBound = false
    /// Powers over this, watts, become this.
    package var limit: Double?
    /// States are taken from the powers after these changes.
    package var on: OnRule
    /// Whether powers are 0 where the state is off.
    package var zeroWhereOff = false

    package init(
        on: OnRule, zeroBelow: Double? = nil, zeroesBound: Bool = false, limit: Double? = nil,
        zeroWhereOff: Bool = false
    ) {
        self.zeroBelow = zeroBelow
        self.zeroesBound = zeroesBound
        self.limit = limit
        self.on = on
        self.zeroWhereOff = zeroWhereOff
    }

    /// The signal that is scored, of samples `periodS` seconds apart from `start` in Unix seconds; its events are the
    /// beginnings of activations by the rule `events`.
    package func signal(of powers: [Float], start: Int, periodS: Int, events: OnRule) -> Signal {
        var watts = powers.map(Double.init)
        if let zeroBelow {
            for index in watts.indices where watts[index] < zeroBelow || (zeroesBound && watts[index] == zeroBelow) {
                watts[index] = 0
            }
        }
        if let limit {
            for index in watts.indices where watts[index] > limit { watts[index] = limit }
        }
        let states = on.states(of: watts, periodS: periodS)
        if zeroWhereOff {
            for index in watts.indices where !states[index] { watts[index] = 0 }
        }
        let uses = OnRule.uses(in: events.states(of: watts, periodS: periodS))
        // Of an activation that was going on at the first sample the beginning was not seen.
        let beginnings = uses.map(\.lowerBound).filter { $0 > 0 }
        return Signal(watts: watts, isOn: states, events: beginnings.map { start + $0 * periodS })
    }

    /// What becomes of single powers; nil if nothing does.
    package var powers: PowerRule? {
        var rule = PowerRule(zeroBelowW: zeroBelow, zeroesBound: zeroesBound, limitW: limit)
        if zeroWhereOff {
            precondition(
                on.minimumOff == 0 && on.minimumOn == 0 && on.maximum == nil,
                "whether a power is 0 must not depend on its neighbours")
            if on.threshold >= zeroBelow ?? -.infinity {
                rule.zeroesBound = on.isStrict || (zeroesBound && on.threshold == zeroBelow)
                rule.zeroBelowW = on.threshold
            }
        }
        return rule == PowerRule() ? nil : rule
    }

    /// In words, with the numbers.
    package var words: StateWords {
        var words = on.words
        words.zeroBelowW = zeroBelow
        words.zeroesBound = zeroesBound
        words.limitW = limit
        words.zeroWhereOff = zeroWhereOff
        return words
    }
}

/// A segment of power as it is scored.
package struct Signal: Equatable, Sendable {
    /// One a sample, in watts, and whether it counts as on.
    package var watts: [Double]
    package var isOn: [Bool]
    /// Unix seconds at which the appliance is switched on, in time order.
    package var events: [Int]
}
