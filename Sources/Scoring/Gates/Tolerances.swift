import Runs

/// By how much a metric may be worse than an earlier run's: the larger of an absolute and a relative amount.
package struct Tolerances: Equatable, Sendable {
    /// Of the earlier value.
    package var relative: Double
    /// In the unit of each metric; others have that of their unit.
    package var absolute: [Quantity: Double] = [:]

    package static let defaultRelative = 0.02

    /// What a unit's metrics may be worse by, unless they have an amount of their own.
    package static func defaultAbsolute(unit: Metric.Unit) -> Double {
        switch unit {
        case .watts: 0.5
        case .percent: 1
        case .kilowattHours: 0.05
        case .ratio: 0.01
        }
    }

    package init(relative: Double = Self.defaultRelative) {
        precondition(relative >= 0, "a tolerance must not be below 0, got \(relative)")
        self.relative = relative
    }

    /// Adds one that is written `mae_w=0.5`.
    package mutating func add(parsing text: String) throws(GateError) {
        let parts = text.split(separator: "=", omittingEmptySubsequences: false)
        guard parts.count == 2, let quantity = Quantity(key: String(parts[0])), let amount = Double(parts[1]),
            amount >= 0, amount.isFinite
        else { throw .tolerance(text) }
        guard BlockMetrics.quantities.contains(quantity) else { throw .notComparable(metric: quantity.key) }
        absolute[quantity] = amount
    }

    /// What a value of the earlier run may be worse by.
    package func tolerance(of quantity: Quantity, at value: Double) -> Double {
        max(absolute[quantity] ?? Self.defaultAbsolute(unit: quantity.unit), relative * abs(value))
    }
}
