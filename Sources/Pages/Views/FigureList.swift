import Plots
import Support

/// The figures of a section, and the reasons of those that are not there.
struct FigureList {
    struct Absence {
        let reason: Text
    }

    let figures: [ReportFigure]
    let absences: [Absence]

    init(_ input: ReportInput, _ section: FigureSection) {
        figures = input.figures.filter { $0.section == section }
        var reasons: [Text] = []
        for absence in input.absences where absence.section == section && !reasons.contains(absence.reason) {
            reasons.append(absence.reason)
        }
        absences = reasons.map { Absence(reason: $0) }
    }

    private init(figures: [ReportFigure], absences: [Absence]) {
        self.figures = figures
        self.absences = absences
    }

    /// The figures of each appliance, in the order of their first ones.
    var byAppliance: [(name: String, figures: [ReportFigure])] {
        var groups: [(name: String, figures: [ReportFigure])] = []
        for figure in figures {
            guard let name = figure.appliance else { continue }
            if let index = groups.firstIndex(where: { $0.name == name }) {
                groups[index].figures.append(figure)
            } else {
                groups.append((name, [figure]))
            }
        }
        return groups
    }

    /// Without the figures of single appliances.
    var common: FigureList { FigureList(figures: figures.filter { $0.appliance == nil }, absences: absences) }
}
