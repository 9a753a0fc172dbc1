import Plots
import Runs
import Support

/// One page for all runs of an experiment: scores a model and appliance over the seeds, and every run with its folder.
package struct ExperimentPage: Sendable {
    /// So many colours can be told apart.
    package static let mostModels = ComparedRun.most

    let results: ExperimentResults
    /// Of the experiment's file, without its ending.
    let name: String
    /// This program, for the footer.
    let tool: String

    package init(_ results: ExperimentResults, name: String, tool: String) {
        precondition(results.models.count <= Self.mostModels, "at most \(Self.mostModels) models")
        self.results = results
        self.name = name
        self.tool = tool
    }

    package func html(look: ReportLook = ReportLook()) throws(ReportError) -> String {
        try look.templates.render("experiment", view: view(look), escaping: .page)
    }

    /// What the template may ask for.
    package func view(_ look: ReportLook = ReportLook()) throws(ReportError) -> TemplateValue {
        try look.view(PageAssets(templates: look.templates)) { () throws(ReportError) in try spokenView() }
    }

    private func spokenView() throws(ReportError) -> ExperimentView {
        let groups = results.groups.map { group in
            SkillGroup(
                name: results.name(of: group),
                models: results.models.map { model -> (values: [Double], median: Double)? in
                    let skills = group.scores(of: model)?.scores.compactMap(\.appliance.skill) ?? []
                    return Spread(skills).map { spread in (skills, spread.median) }
                })
        }
        let outcome = Figures.skills(of: groups, models: results.models)
        var figures: [ReportFigure] = []
        if let figure = outcome.figure { figures.append(try ReportFigure(figure)) }
        let absences = [outcome.absence].compactMap { $0 }.map(ReportAbsence.init)
        return ExperimentView(self, skill: FigureList(figures, absences, .metrics))
    }
}

extension ExperimentResults {
    /// An appliance, behind its data set where there are several.
    func name(of group: Group) -> String {
        Set(runs.map(\.data)).count > 1 ? "\(group.data): \(group.appliance)" : group.appliance
    }
}
