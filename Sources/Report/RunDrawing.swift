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

    /// What a thread does at once; a figure by its place among the figures.
    private enum Work { case page, printed, figure(Int) }

    /// What it makes.
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
        let outcomes: [FigureOutcome]
        do throws(FigureError) { outcomes = try Figures.outcomes(for: input.contents) } catch { throw .figures(error) }
        let figures = outcomes.compactMap(\.figure)
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
        let works = [Work.page] + (input.look.isPrinted ? [.printed] : []) + figures.indices.map(Work.figure)
        return try Language.concurrentMap(works.count) { index throws(ReportError) in
            switch works[index] {
            case .page: return .page(try PageFitting(input, figures: figures, to: budget))
            case .printed:
                let bytes = try PrintedReport.bytes(input, figures: figures)
                return .files([File(name: PrintedReport.name, bytes: bytes)])
            case .figure(let place):
                let figure = figures[place]
                let bytes = try FigureDrawing.bytes(
                    of: figure, svg: input.figures[place].svg, texts: texts, created: created)
                return .files(zip(FigureDrawing.paths(of: figure), bytes).map(File.init))
            }
        }
    }
}
