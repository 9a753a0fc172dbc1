import Plots

extension FigureList {
    /// Those of `section` among the figures of a page.
    init(_ figures: [ReportFigure], _ absences: [ReportAbsence], _ section: FigureSection) {
        self.figures = figures.filter { $0.section == section }
        self.absences = absences.filter { $0.section == section }.map { Absence(reason: $0.reason) }
    }
}
