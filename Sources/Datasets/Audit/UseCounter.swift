/// Counts the uses of an appliance as its readings come.
///
/// It is on from the kind's threshold. Then, in this order, times off that are no longer than its shortest time off
/// become part of the use around them, and uses that are shorter than its shortest time on are none (Kelly &
/// Knottenbelt 2015). A gap ends a use; one that was going on when the readings began is none, as its beginning was not
/// seen.
package struct UseCounter: Sendable {
    package let kind: ApplianceKind
    package private(set) var count = 0
    /// How often the power reached the threshold, before anything is made of it.
    package private(set) var rises = 0
    /// Seconds at or over the threshold.
    package private(set) var onSeconds = 0
    /// Unix seconds of the beginning of the use that may still go on, and of the end of its last time on.
    private var start: Int?
    private var offSince = 0
    private var isOn = false
    private var isSeen = false
    private var lastTime = 0

    package init(of kind: ApplianceKind) { self.kind = kind }

    package mutating func add(time: Int, power: Double, isAfterGap: Bool) {
        if isAfterGap { finish() }
        let wasOn = isOn
        isOn = power >= Double(kind.onThreshold)
        if wasOn { onSeconds += time - lastTime }
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
        lastTime = time
    }

    /// Ends the use that goes on, where the readings end.
    package mutating func finish() {
        if isOn { offSince = lastTime }
        endUse()
        isOn = false
    }

    private mutating func endUse() {
        if let start, isSeen, offSince - start >= kind.minimumOn { count += 1 }
        start = nil
    }
}
