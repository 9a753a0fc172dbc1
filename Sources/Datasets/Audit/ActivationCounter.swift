/// Counts the activations of an appliance as its readings come.
///
/// It is on from the kind's threshold. Then, in this order, times off that are no longer than its shortest time off
/// become part of the activation around them, and activations that are shorter than its shortest time on are none (Kelly &
/// Knottenbelt 2015). A gap ends an activation; one that was going on when the readings began is none, as its beginning was not
/// seen.
package struct ActivationCounter: Sendable {
    package let kind: ApplianceKind
    package private(set) var count = 0
    /// How often the power reached the threshold, before anything is made of it.
    package private(set) var rises = 0
    /// Seconds at or over the threshold.
    package private(set) var onSeconds = 0
    /// Energy drawn in them.
    private var onWattSeconds = 0.0
    /// How many activations have a length, in seconds: from the first moment on to the last.
    private var lengths: [Int: Int] = [:]
    /// Unix seconds of the beginning of the activation that may still go on, and of the end of its last time on.
    private var start: Int?
    private var offSince = 0
    private var isOn = false
    private var isSeen = false
    private var lastTime = 0
    private var lastPower = 0.0

    package init(of kind: ApplianceKind) { self.kind = kind }

    package mutating func add(time: Int, power: Double, isAfterGap: Bool) {
        if isAfterGap { finish() }
        let wasOn = isOn
        isOn = power >= Double(kind.onThreshold)
        if wasOn {
            onSeconds += time - lastTime
            onWattSeconds += lastPower * Double(time - lastTime)
        }
        if isOn, !wasOn {
            if !isAfterGap { rises += 1 }
            if start == nil || time - offSince > kind.minimumOff {
                endUse()
                start = time
                isSeen = !isAfterGap
            }
        } else if wasOn, !isOn {
            offSince = time
        }
        (lastTime, lastPower) = (time, power)
    }

    /// Watts: the mean while it is on; nil where it never is.
    package var onMean: Double? { onSeconds > 0 ? onWattSeconds / Double(onSeconds) : nil }

    /// Seconds: half of the activations are not longer; nil without one.
    package var medianLength: Int? {
        var below = 0
        for (seconds, uses) in lengths.sorted(by: { $0.key < $1.key }) {
            below += uses
            if 2 * below >= count { return seconds }
        }
        return nil
    }

    /// Ends the activation that goes on, where the readings end.
    package mutating func finish() {
        if isOn { offSince = lastTime }
        endUse()
        isOn = false
    }

    private mutating func endUse() {
        if let start, isSeen, offSince - start >= kind.minimumOn {
            count += 1
            lengths[offSince - start, default: 0] += 1
        }
        start = nil
    }
}
