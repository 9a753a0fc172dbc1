import Plots
import Runs
import Support

/// The metrics of one appliance in every run, with differences to the first.
struct ComparedMetrics {
    struct Cell {
        let value: ValueView
        /// Against the first run: `−3.2 W: better`; empty in the first run's cells, and where one has no value.
        let difference: Text
    }

    struct Row {
        let label: Text
        let meaning: Text
        let unit: Text
        let better: Text
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
        let obstacles = [nil] + comparability.map { $0.reason(for: name)?.text }
        let skill = Row(
            label: Text("Skill", es: "Habilidad"),
            meaning: Text("1 − MAE / MAE of predicting zero", es: "1 − MAE / MAE de predecir cero"),
            unit: Metric.Unit.ratio.text, better: Metric.Better.higher.text,
            cells: Self.cells(results.map { $0?.skill }, better: .higher, obstacles) { index, value in
                .fixed(value, decimals: 2, reason: results[index] == nil ? Self.notScored : ValueView.zeroIsRight)
            })
        rows =
            [skill]
            + Metric.allCases.compactMap { metric in
                let values = results.map { $0?.metrics[metric] }
                guard values.contains(where: { $0 != nil }) else { return nil }
                return Row(
                    label: metric.label, meaning: metric.fullName, unit: metric.unit.text, better: metric.better.text,
                    cells: Self.cells(values, better: metric.better, obstacles) { index, _ in
                        results[index].map { .metric(metric, of: $0.metrics) }
                            ?? .significant(nil, reason: Self.notScored)
                    })
            }
        notes = zip(runs, obstacles).compactMap { run, obstacle in
            obstacle.map { reason in
                TextView(
                    Text(
                        "Run \(run.label) is shown without differences: \(reason).",
                        es: "La ejecución \(run.label) se muestra sin diferencias: \(reason)."))
            }
        }
    }

    private static let notScored = Text("not scored", es: "sin puntuar")

    private static func cells(
        _ values: [Double?], better: Metric.Better, _ obstacles: [Text?], _ view: (Int, Double?) -> ValueView
    ) -> [Cell] {
        values.enumerated().map { index, value in
            let difference: Text =
                if index > 0, obstacles[index] == nil, let value, let first = values[0] {
                    Self.difference(value, first, better: better)
                } else {
                    Text(verbatim: "")
                }
            return Cell(value: view(index, value), difference: difference)
        }
    }

    /// Sign, amount and whether it is an improvement, in words.
    private static func difference(_ value: Double, _ first: Double, better: Metric.Better) -> Text {
        let change = value - first
        let isBetter =
            switch better {
            case .lower: value < first
            case .higher: value > first
            case .nearZero: abs(value) < abs(first)
            }
        let amount = Text(verbatim: NumberText.signed(change))
        if change == 0 { return Text("same", es: "igual") }
        // Of a value that is best near 0, the other sign at the same distance is neither.
        if better == .nearZero, abs(value) == abs(first) { return amount }
        return amount + (isBetter ? Text(", better", es: ", mejor") : Text(", worse", es: ", peor"))
    }
}
