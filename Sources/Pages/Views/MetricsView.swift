import Plots
import Runs
import Support

/// The metrics of every appliance with the baselines beside them.
struct MetricsView {
    /// A predictor that some appliance was scored with: a column.
    struct Predictor {
        /// In a sentence, and at the head of a column.
        let name: Text
        let title: Text

        static let model = Predictor(Text("the model", es: "el modelo"))

        init(_ name: Text) {
            self.name = name
            title = name.capitalised
        }
    }

    struct Row {
        let label: Text
        let meaning: Text
        let unit: Text
        /// One a predictor.
        let values: [ValueView]
        let better: Text
    }

    struct Appliance {
        let name: String
        /// Its own page as seen from this one; empty if it has none.
        let link: String
        /// What was scored, and how states and events are told.
        let notes: [TextView]
        /// MAE of each predictor, then skill, F1, energy error.
        let overview: [ValueView]
        /// The predictors that this appliance has.
        let predictors: [Predictor]
        let rows: [Row]
        /// Why other baselines are missing.
        let absences: [TextView]
    }

    let hasAppliances: Bool
    /// Whose definitions the metrics have; empty in files of versions that had one only.
    let definitions: [TextView]
    /// All of the overview's.
    let predictors: [Predictor]
    let appliances: [Appliance]
    let drawn: FigureList

    init(_ results: Results, on page: ReportPage = .whole, drawn: FigureList, tables: TableLength) {
        let baselines = Baseline.allCases.filter { baseline in
            results.appliances.contains { $0.baselines[baseline] != nil }
        }
        predictors = [.model] + baselines.map { Predictor($0.name) }
        definitions =
            results.scoring.map { scoring in
                let (source, averaging) = (
                    ProfileWords.text(of: scoring.source), ProfileWords.text(of: scoring.averaging)
                )
                return [
                    TextView(
                        Text(
                            "Metric profile \(scoring.profile): \(source). Metrics are \(averaging).",
                            es:
                                "Perfil de métricas \(scoring.profile): \(source). Las métricas se calculan "
                                + "\(averaging)."
                        ))
                ]
            } ?? []
        appliances = results.appliances.prefix(tables.rows).map { Self.view($0, on: page, overview: baselines, tables) }
        hasAppliances = !appliances.isEmpty
        self.drawn = drawn
    }

    private static func view(
        _ appliance: ApplianceResult, on page: ReportPage, overview: [Baseline], _ tables: TableLength
    ) -> Appliance {
        let baselines = tables.baselines.filter { appliance.baselines[$0] != nil }
        let skill = ValueView.fixed(
            appliance.skill, decimals: 2,
            reason: Text("predicting zero makes no error", es: "predecir cero no comete error"))
        let absences = Dictionary(
            appliance.baselines.absent.map { ($0.baseline, $0.reason.text) },
            uniquingKeysWith: { first, _ in first })
        let errors = overview.map { baseline -> ValueView in
            guard let values = appliance.baselines[baseline] else {
                return .significant(nil, reason: absences[baseline.rawValue])
            }
            return .metric(.maeW, of: values)
        }
        return Appliance(
            name: appliance.name, link: page == .overview ? ReportPage.appliance(appliance.name).name : "",
            notes: notes(on: appliance),
            overview: [.metric(.maeW, of: appliance.metrics)] + errors
                + [
                    skill, .metric(.f1, of: appliance.metrics), .metric(.energyErrorPercent, of: appliance.metrics),
                ],
            predictors: [.model] + baselines.map { Predictor($0.name) },
            rows: Metric.allCases.map { metric in
                Row(
                    label: metric.label, meaning: metric.fullName,
                    unit: metric.unit.text,
                    values: ([appliance.metrics] + baselines.compactMap { appliance.baselines[$0] }).map {
                        .metric(metric, of: $0)
                    }, better: metric.better.text)
            },
            absences: appliance.baselines.absent.map { absence in
                let name = Baseline(rawValue: absence.baseline)?.name ?? Text(asItStands: absence.baseline)
                let reason = absence.reason.text
                return TextView(Text("There is no \(name): \(reason).", es: "No hay resultado de \(name): \(reason)."))
            })
    }

    private static func notes(on appliance: ApplianceResult) -> [TextView] {
        let count = AmountText.count(appliance.n)
        let on = AmountText.count(appliance.nOn)
        guard let states = appliance.states else {
            let watts = NumberText.significant(appliance.onThresholdW)
            return [
                TextView(
                    Text(
                        "\(count) samples were scored; the appliance is on in \(on) of them, that is at \(watts) W or "
                            + "above.",
                        es: """
                            Se puntuaron \(count) muestras; el aparato está encendido en \(on) de ellas, es decir, con \
                            \(watts) W o más.
                            """))
            ]
        }
        let (truth, prediction, events) = (states.truth.text, states.prediction.text, states.events.text)
        let signals =
            truth == prediction
            ? Text("Truth and prediction: \(truth).", es: "Valor real y predicción: \(truth).")
            : Text(
                "Truth: \(truth). Prediction: \(prediction).", es: "Valor real: \(truth). Predicción: \(prediction).")
        var notes = [
            Text(
                "\(count) samples were scored; the appliance is on in \(on) of them. \(signals)",
                es: "Se puntuaron \(count) muestras; el aparato está encendido en \(on) de ellas. \(signals)"),
            Text(
                "Events: the starts of activations (\(events)), found within \(states.eventToleranceS) s.",
                es: """
                    Eventos: los comienzos de las activaciones (\(events)), hallados con un margen de \(states.eventToleranceS) s.
                    """),
        ]
        if let steps = appliance.windowSteps.map(AmountText.count) {
            notes.append(
                Text("The model sees windows of \(steps) samples.", es: "El modelo ve ventanas de \(steps) muestras."))
        }
        if let source = appliance.baselinesSource?.text {
            notes.append(
                Text("The baselines are fitted to \(source).", es: "Las referencias se ajustan a \(source)."))
        }
        return (notes + (appliance.levels ?? []).map(note)).map(TextView.init)
    }

    /// What a level found in a house made of the predictions.
    private static func note(on level: HouseLevel) -> Text {
        let house = HouseName.text(level.house)
        let watts = NumberText.significant(level.levelW)
        let learnt = NumberText.significant(level.learntW)
        let share = NumberText.fixed(100 * level.share, decimals: 0)
        let samples = AmountText.count(level.samples)
        let found = Text(
            """
            The model was not trained on \(house). There the aggregate rises at its predicted activations, in \(samples) samples by \
            about what the appliance drew in training (\(learnt) W), in \(share) % of them by one level, \(watts) W.
            """,
            es: """
                El modelo no se entrenó con \(house). Allí, en \(samples) muestras de las activaciones predichas, el total sube \
                aproximadamente lo que el aparato consumía en el entrenamiento (\(learnt) W); el \(share) % de ellas está en un \
                mismo nivel, \(watts) W.
                """)
        return found
            + (level.isUsed
                ? Text(
                    " Predictions at these are set to the rise.",
                    es: " Las predicciones en estas se fijan en la subida.")
                : Text(
                    " That is not clear, or another appliance's level: predictions are left as the model makes them.",
                    es: """
                         No es claro, o es el nivel de otro aparato: las predicciones quedan como las da el modelo.
                        """))
    }
}
