import Figures
import Files
import Localisation
import Runs

/// Everything of a run that is drawn, on all processors.
enum RunDrawing {
    struct File: Sendable {
        /// Within the run's folder.
        let name: String
        let bytes: [UInt8]
    }

    /// What a thread makes at once.
    private enum Part: Sendable {
        case page(PageFitting)
        case files([File])
    }

    /// All files, the page the last; `others` are the run's that are not drawn, which the page lists. The remarks are
    /// what a person should be told of the page.
    static func files(
        of input: ReportInput, beside others: [DataFile], _ budget: PageBudget
    ) throws(ReportError) -> (files: [File], remarks: [String]) {
        try input.look.language.spoken { () throws(ReportError) in
            try spoken(input, beside: others, budget)
        }
    }

    private static func spoken(
        _ input: ReportInput, beside others: [DataFile], _ budget: PageBudget
    ) throws(ReportError) -> (files: [File], remarks: [String]) {
        let outcomes = try outcomes(for: input.contents)
        let figures = outcomes.compactMap(\.figure)
        guard Set(figures.map(\.id)).count == figures.count else {
            let id = figures.map(\.id).first { id in figures.count { $0.id == id } > 1 } ?? ""
            throw .figure(id: id, problem: "two figures would have this file name: rename an appliance")
        }
        var input = input
        input.absences += outcomes.compactMap(\.absence).map(ReportAbsence.init)
        input.figures = try Language.concurrentMap(figures.count) { index throws(ReportError) in
            try ReportFigure(figures[index])
        }
        let parts = try parts(of: listing(others, figures, in: input), figures, budget)
        var files: [File] = []
        var page: PageFitting?
        for part in parts {
            switch part {
            case .page(let fitted): page = fitted
            case .files(let drawn): files += drawn
            }
        }
        guard let page else { preconditionFailure("the page is one of the parts") }
        let listed = files.map { DataFile(path: $0.name, bytes: $0.bytes.count, sha256: FileHash.sha256($0.bytes)) }
        let (report, remarks) = try page.finished(listing: others + listed)
        files.append(File(name: Report.summaryName, bytes: Array(report.summary.utf8)))
        files.append(File(name: Report.pageName, bytes: Array(report.html.utf8)))
        return (files, remarks)
    }

    private static func outcomes(for contents: RunContents) throws(ReportError) -> [FigureOutcome] {
        do throws(FigureError) {
            var outcomes: [FigureOutcome] = []
            for section in FigureSection.allCases { outcomes += try Figures.outcomes(section, for: contents) }
            return outcomes
        } catch {
            throw .figures(error)
        }
    }

    /// With lines for files that are not drawn yet, as long as they will be.
    private static func listing(_ others: [DataFile], _ figures: [Figure], in input: ReportInput) -> ReportInput {
        let paths = figures.flatMap(FigureDrawing.paths) + (input.look.isPrinted ? [PrintedReport.name] : [])
        var input = input
        input.files = others + paths.map { DataFile(path: $0, bytes: 0, sha256: String(repeating: "0", count: 64)) }
        return input
    }

    /// The page takes longest and waits for no file, so that it is begun first.
    private static func parts(
        of input: ReportInput, _ figures: [Figure], _ budget: PageBudget
    ) throws(ReportError) -> [Part] {
        let texts = try FigureDrawing.texts(of: input)
        let created = input.contents.results.run.created
        return try Language.concurrentMap(figures.count + 2) { index throws(ReportError) in
            switch index {
            case 0: return .page(try PageFitting(input, figures: figures, to: budget))
            case 1:
                guard input.look.isPrinted else { return .files([]) }
                let bytes = try PrintedReport.bytes(input, figures: figures)
                return .files([File(name: PrintedReport.name, bytes: bytes)])
            default:
                let figure = figures[index - 2]
                let bytes = try FigureDrawing.bytes(
                    of: figure, svg: input.figures[index - 2].svg, texts: texts, created: created)
                return .files(zip(FigureDrawing.paths(of: figure), bytes).map(File.init))
            }
        }
    }
}
