import Plots
import Runs

/// The change against an earlier run.
struct BaselineView {
    struct Row {
        let appliance: String
        let metric: String
        let unit: String
        /// Before, after and change.
        let values: [ValueView]
        /// `−0.31 to 0.12`, or why there is none.
        let interval: String
        let blocks: String
        let tolerance: ValueView
        let result: String
        /// Whether it fails the run to be worse in it.
        let decides: String
    }

    let hasRun: Bool
    let run: String
    let created: String
    let hasRows: Bool
    let rows: [Row]
    /// How it was judged, why the runs are not comparable, and what else to know.
    let notes: [TextView]

    init(_ results: Results, tables: TableLength) {
        guard let baseline = results.baseline else {
            (hasRun, run, created, hasRows, rows, notes) = (false, "", "", false, [], [])
            return
        }
        hasRun = true
        run = baseline.run
        created = baseline.created
        rows = baseline.changes.prefix(tables.rows).map(Self.row)
        hasRows = !rows.isEmpty
        var notes: [String] = []
        if baseline.obstacles.isEmpty {
            let percent = NumberText.significant(100 * baseline.level)
            let relative = NumberText.significant(100 * baseline.relativeTolerance)
            notes = [
                "A change counts if it is larger than its tolerance (at least \(relative) % of the earlier value) and its "
                    + "interval excludes 0. The interval of \(percent) % is that of a paired bootstrap: blocks of the test "
                    + "part are drawn with replacement, the same for both runs, \(AmountText.count(baseline.resamples)) "
                    + "times (seed \(baseline.seed))."
            ]
        }
        notes += baseline.obstacles.map { "The runs are not comparable: \($0)." } + baseline.notes
        self.notes = notes.map(TextView.init)
    }

    private static func row(_ change: MetricChange) -> Row {
        let metric = Metric(rawValue: change.metric)
        func value(_ value: Double?) -> ValueView { .significant(value, reason: change.reason) }
        let interval: String =
            if let low = change.low, let high = change.high {
                "\(NumberText.significant(low, digits: 3)) to \(NumberText.significant(high, digits: 3))"
            } else {
                "none: \(change.reason ?? "it has no value")"
            }
        return Row(
            appliance: change.appliance, metric: metric?.label ?? "Skill", unit: metric?.unit ?? "ratio",
            values: [value(change.before), value(change.after), value(change.change)], interval: interval,
            blocks: change.blockText, tolerance: .significant(change.tolerance),
            result: result(change), decides: change.decides ? "yes" : "no")
    }

    private static func result(_ change: MetricChange) -> String {
        switch change.outcome {
        case .worse: "worse"
        case .better: "better"
        case .same: "no change"
        case .undetermined: "can't be told"
        }
    }
}
