import Plots
import Runs
import Support

/// The metrics of one appliance in every run, with differences to the first.
struct ComparedMetrics {
    struct Cell {
        let value: ValueView
        /// Against the first run: `−3.2 W: better`; empty in the first run's cells, and where one has no value.
        let difference: String
    }

    struct Row {
        let label: String
        let meaning: String
        let unit: String
        let better: String
        let cells: [Cell]
    }

    let name: String
    let rows: [Row]
    /// Runs whose values stand without differences, and why.
    let notes: [TextView]

    /// `comparability` is that of each run but the first with the first one.
    init(of name: String, in runs: [ComparedRun], _ comparability: [Comparability]) {
        self.name = name
        let results = runs.map { $0.appliance(name) }
        let obstacles = [nil] + comparability.map { $0.reason(for: name)?.text.english }
        let skill = Row(
            label: "Skill", meaning: "1 − MAE / MAE of predicting zero", unit: "ratio", better: "higher",
            cells: Self.cells(results.map { $0?.skill }, better: "higher", obstacles) { index, value in
                .fixed(value, decimals: 2, reason: results[index] == nil ? Self.notScored : "predicting zero is right")
            })
        rows =
            [skill]
            + Metric.allCases.compactMap { metric in
                let values = results.map { $0?.metrics[metric] }
                guard values.contains(where: { $0 != nil }) else { return nil }
                return Row(
                    label: metric.label, meaning: metric.fullName, unit: metric.unit, better: metric.better,
                    cells: Self.cells(values, better: metric.better, obstacles) { index, _ in
                        results[index].map { .metric(metric, of: $0.metrics) }
                            ?? .significant(nil, reason: Self.notScored)
                    })
            }
        notes = zip(runs, obstacles).compactMap { run, obstacle in
            obstacle.map { TextView("Run \(run.label) is shown without differences: \($0).") }
        }
    }

    private static let notScored = "not scored"

    private static func cells(
        _ values: [Double?], better: String, _ obstacles: [String?], _ view: (Int, Double?) -> ValueView
    ) -> [Cell] {
        values.enumerated().map { index, value in
            let difference: String =
                if index > 0, obstacles[index] == nil, let value, let first = values[0] {
                    Self.difference(value, first, better: better)
                } else {
                    ""
                }
            return Cell(value: view(index, value), difference: difference)
        }
    }

    /// Sign, amount and whether it is an improvement, in words.
    private static func difference(_ value: Double, _ first: Double, better: String) -> String {
        let change = value - first
        let isBetter =
            switch better {
            case "lower": value < first
            case "higher": value > first
            default: abs(value) < abs(first)
            }
        let amount = NumberText.signed(change)
        if change == 0 { return "same" }
        // Of a value that is best near 0, the other sign at the same distance is neither.
        if better == "near 0", abs(value) == abs(first) { return amount }
        return "\(amount), \(isBetter ? "better" : "worse")"
    }
}
