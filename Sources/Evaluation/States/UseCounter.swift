import Datasets

/// Counts an appliance's uses as its states arrive: times off of at most the kind's shortest time off do not part two of
/// them, and shorter ones than its shortest time on are none.
package struct UseCounter: Sendable {
    private let kind: ApplianceKind
    /// Seconds between rows.
    private let period: Int
    /// Rows of the use that goes on, from its first to its last one on, and those off since then.
    private var rows = 0
    private var rowsOff = 0
    private var ended = 0

    package init(_ kind: ApplianceKind, period: Int) {
        self.kind = kind
        self.period = period
    }

    /// Those so far, the one that goes on among them.
    package var count: Int { ended + (isUse ? 1 : 0) }

    private var isUse: Bool { rows > 0 && rows * period >= kind.minimumOn }

    package mutating func add(isOn: Bool) {
        if isOn {
            rows = rows > 0 ? rows + rowsOff + 1 : 1
            rowsOff = 0
        } else if rows > 0 {
            rowsOff += 1
            if rowsOff * period > kind.minimumOff { end() }
        }
    }

    /// At a gap a use is over.
    package mutating func end() {
        ended += isUse ? 1 : 0
        (rows, rowsOff) = (0, 0)
    }
}
