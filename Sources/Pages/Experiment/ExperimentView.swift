import Plots
import Runs
import Support

/// Everything that experiment.mustache asks for.
struct ExperimentView {
    /// One model's scores in a row: medians, with the ends where there are several seeds.
    struct Cell {
        let mae: ValueView
        let maeRange: Text
        let f1: ValueView
        let f1Range: Text
        /// The interval of the MAE's difference to the first model; may be empty.
        let difference: Text
    }

    struct Row {
        let name: String
        let zero: ValueView
        let cells: [Cell]
    }

    struct RunRow {
        let name: String
        let link: String
        let model: String
        let seed: String
        let mae: ValueView
        let f1: ValueView
        let skill: ValueView
        /// How long it was trained; empty where it was not.
        let training: Text
    }

    let viewVersion = PageView.version
    let title: String
    let heading: Text
    let contents: [ContentsEntry]
    let tool: String
    let models: [TextView]
    let findings: [TextView]
    /// Runs that are not there, and those that are not comparable, with the reasons.
    let missing: [TextView]
    let skill: FigureList
    let rows: [Row]
    let runs: [RunRow]

    init(_ page: ExperimentPage, skill: FigureList) {
        let results = page.results
        title = page.name + " · nilm-report"
        heading = Text("Experiment \(page.name)", es: "Experimento \(page.name)")
        contents = [
            .init(id: "findings", title: Text("Findings", es: "Resultados")),
            .init(id: "scores", title: Text("Scores", es: "Puntuaciones")),
            .init(id: "runs", title: Text("Runs", es: "Ejecuciones")),
        ]
        tool = page.tool
        models = results.models.map { TextView(Text(asItStands: $0)) }
        findings = results.models.dropFirst().map { TextView(results.finding($0)) }
        missing = (results.missing + results.incomparable).map(TextView.init)
        self.skill = skill
        rows = results.groups.map { group in
            Row(
                name: results.name(of: group), zero: .watts(group.zero),
                cells: results.models.map { model in
                    Cell(group.scores(of: model), difference: results.difference(of: model, in: group))
                })
        }
        runs = results.groups.flatMap { group in
            group.models.flatMap { model in
                model.scores.map { score in
                    RunRow(
                        name: results.name(of: group), link: score.run.folder + "/" + Report.pageName,
                        model: model.model, seed: String(score.run.seed),
                        mae: .metric(.maeW, of: score.appliance.metrics), f1: .metric(.f1, of: score.appliance.metrics),
                        skill: .fixed(score.appliance.skill, decimals: 2, reason: ValueView.zeroIsRight),
                        training: score.trainingSeconds.map {
                            Text(verbatim: AmountText.duration(seconds: Int($0.rounded())))
                        } ?? (score.run.results.training == nil ? Text(verbatim: "") : FactView.notNoted))
                }
            }
        }
    }
}

extension ExperimentView.Cell {
    fileprivate init(_ scores: ExperimentResults.Scores?, difference: ClosedRange<Double>?) {
        let (mae, f1) = (scores?.values(\.mae), scores?.values(\.f1))
        self.init(
            mae: .watts(mae?.median, reason: Self.notRun),
            maeRange: Self.range(mae) { NumberText.digits($0) },
            f1: .fixed(f1?.median, decimals: 2, reason: scores == nil ? Self.notRun : Self.neverOn),
            f1Range: Self.range(f1) { NumberText.fixed($0, decimals: 2) },
            difference: difference.map { range in
                let ends = [range.lowerBound, range.upperBound].map { NumberText.signed($0, digits: 2) }
                return Text("\(ends[0]) to \(ends[1]) W", es: "\(ends[0]) a \(ends[1]) W")
            } ?? Text(verbatim: ""))
    }

    private static let notRun = Text("not run", es: "no se ejecutó")
    private static let neverOn = Text("never on", es: "nunca encendido")

    /// Empty for a single value.
    private static func range(_ spread: Spread?, _ text: (Double) -> String) -> Text {
        guard let spread, spread.count > 1 else { return Text(verbatim: "") }
        return [spread.least, spread.most].map { Text(verbatim: text($0)) }.joined(separator: " – ")
    }
}
