import Runs

/// All that a run has to meet: its gates, and not to be worse than an earlier run.
package struct RunCheck: Sendable {
    package var gates: [Gate]
    /// nil where the run is held against no other.
    package var baseline: (results: Results, check: BaselineCheck)?

    package init(gates: [Gate] = [], baseline: (results: Results, check: BaselineCheck)? = nil) {
        self.gates = gates
        self.baseline = baseline
    }

    /// Refuses gates of appliances that the run has not.
    package func check(appliances: [String]) throws(GateError) {
        for gate in gates { try gate.check(appliances: appliances) }
    }

    /// Sets what became of the checks.
    package func apply(to results: inout Results) {
        results.gates = gates.flatMap { $0.results(of: results) }
        results.baseline = baseline.map { $0.check.comparison(of: results, with: $0.results) }
    }
}

/// What the checks of a run come to.
package enum CheckOutcome: Equatable, Sendable {
    case passed
    /// A gate is not met, or a metric is worse than the earlier run's.
    case failed
    case notComparable

    /// A failed gate is the worse news.
    package init(of results: Results) {
        if results.gates.contains(where: { !$0.passed }) || results.baseline?.regressions.isEmpty == false {
            self = .failed
        } else if results.baseline?.obstacles.isEmpty == false {
            self = .notComparable
        } else {
            self = .passed
        }
    }
}
