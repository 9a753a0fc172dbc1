import Figures

/// The figures of a section, and the reasons of those that are not there.
struct FigureList {
    struct Absence {
        let reason: String
    }

    let figures: [ReportFigure]
    let absences: [Absence]

    init(_ input: ReportInput, _ section: FigureSection) {
        figures = input.figures.filter { $0.section == section }
        var reasons: [String] = []
        for absence in input.absences where absence.section == section && !reasons.contains(absence.reason) {
            reasons.append(absence.reason)
        }
        absences = reasons.map { Absence(reason: $0) }
    }
}
