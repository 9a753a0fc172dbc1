import Plots
import Runs
import Support

/// The change against an earlier run.
struct BaselineView {
    struct Row {
        let appliance: String
        let metric: Text
        let unit: Text
        /// Before, after and change.
        let values: [ValueView]
        /// `−0.31 to 0.12`, or why there is none.
        let interval: Text
        let blocks: Text
        let tolerance: ValueView
        let result: Text
        /// Whether it fails the run to be worse in it.
        let decides: Text
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
        var notes: [Text] = []
        if baseline.obstacles.isEmpty {
            let percent = NumberText.significant(100 * baseline.level)
            let relative = NumberText.significant(100 * baseline.relativeTolerance)
            let resamples = AmountText.count(baseline.resamples)
            notes = [
                Text(
                    """
                    A change counts if it is larger than its tolerance (at least \(relative) % of the earlier value) and its \
                    interval excludes 0. The interval of \(percent) % is that of a paired bootstrap: blocks of the test part \
                    are drawn with replacement, the same for both runs, \(resamples) times (seed \(baseline.seed)).
                    """,
                    es: """
                        Un cambio cuenta si es mayor que su tolerancia (al menos el \(relative) % del valor anterior) y su \
                        intervalo excluye el 0. El intervalo del \(percent) % es el de un bootstrap pareado: se extraen con \
                        reemplazo bloques de la parte de prueba, los mismos para ambas ejecuciones, \(resamples) veces \
                        (semilla \(baseline.seed)).
                        """)
            ]
        }
        notes += baseline.obstacles.map { obstacle in
            Text(
                "The runs are not comparable: \(obstacle.text).",
                es: "Las ejecuciones no son comparables: \(obstacle.text).")
        }
        notes += baseline.notes.map(\.text)
        self.notes = notes.map(TextView.init)
    }

    private static func row(_ change: MetricChange) -> Row {
        let metric = Metric(rawValue: change.metric)
        let reason = change.reason?.text
        func value(_ value: Double?) -> ValueView { .significant(value, reason: reason) }
        return Row(
            appliance: change.appliance,
            metric: metric?.label ?? Text("Skill", es: "Habilidad"),
            unit: (metric?.unit ?? .ratio).text,
            values: [value(change.before), value(change.after), value(change.change)],
            interval: interval(change, reason),
            blocks: change.blockText, tolerance: .significant(change.tolerance),
            result: result(change),
            decides: change.decides ? Text("yes", es: "sí") : Text("no", es: "no"))
    }

    private static func interval(_ change: MetricChange, _ reason: Text?) -> Text {
        guard let low = change.low, let high = change.high else {
            let reason = reason ?? Text("it has no value", es: "no tiene valor")
            return Text("none: \(reason)", es: "ninguno: \(reason)")
        }
        let ends = [low, high].map { NumberText.significant($0, digits: 3) }
        return Text("\(ends[0]) to \(ends[1])", es: "\(ends[0]) a \(ends[1])")
    }

    private static func result(_ change: MetricChange) -> Text {
        switch change.outcome {
        case .worse: Text("worse", es: "peor")
        case .better: Text("better", es: "mejor")
        case .same: Text("no change", es: "sin cambio")
        case .undetermined: Text("can't be told", es: "no se puede decir")
        }
    }
}
