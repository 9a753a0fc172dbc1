import Plots
import Runs
import Support

/// Everything that experiment.mustache asks for.
struct ExperimentView {
    /// One model's scores in a row: medians, with the ends where there are several seeds.
    struct Cell {
        let mae: ValueView
        let maeRange: String
        let f1: ValueView
        let f1Range: String
        /// The interval of the MAE's difference to the first model; may be empty.
        let difference: String
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
        let training: String
    }

    let viewVersion = PageView.version
    let title: String
    let heading: String
    let theme: String
    let policy: String
    let style: String
    let script: String
    let contents: [ContentsEntry]
    let tool: String
    let models: [TextView]
    let findings: [TextView]
    /// Runs that are not there, and those that are not comparable, with the reasons.
    let missing: [TextView]
    let skill: FigureList
    let rows: [Row]
    let runs: [RunRow]

    init(_ page: ExperimentPage, skill: FigureList, look: ReportLook, assets: PageAssets) {
        let results = page.results
        title = page.name + " · nilm-report"
        heading = "Experiment \(page.name)"
        theme = look.theme.rawValue
        (policy, style, script) = (assets.policy, assets.style, assets.script)
        contents = [
            .init(id: "findings", title: "Findings"), .init(id: "scores", title: "Scores"),
            .init(id: "runs", title: "Runs"),
        ]
        tool = page.tool
        models = results.models.map(TextView.init)
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
                        skill: .fixed(score.appliance.skill, decimals: 2, reason: "predicting zero is right"),
                        training: score.trainingSeconds.map { AmountText.duration(seconds: Int($0.rounded())) }
                            ?? (score.run.results.training == nil ? "" : FactView.notNoted))
                }
            }
        }
    }
}

extension ExperimentView.Cell {
    fileprivate init(_ scores: ExperimentResults.Scores?, difference: ClosedRange<Double>?) {
        let (mae, f1) = (scores?.values(\.mae), scores?.values(\.f1))
        self.init(
            mae: .watts(mae?.median, reason: "not run"),
            maeRange: Self.range(mae) { NumberText.digits($0) },
            f1: .fixed(f1?.median, decimals: 2, reason: scores == nil ? "not run" : "never on"),
            f1Range: Self.range(f1) { NumberText.fixed($0, decimals: 2) },
            difference: difference.map {
                "\(NumberText.signed($0.lowerBound, digits: 2)) to \(NumberText.signed($0.upperBound, digits: 2)) W"
            } ?? "")
    }

    /// Empty for a single value.
    private static func range(_ spread: Spread?, _ text: (Double) -> String) -> String {
        guard let spread, spread.count > 1 else { return "" }
        return "\(text(spread.least)) – \(text(spread.most))"
    }
}
