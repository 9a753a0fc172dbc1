import Plots
import Runs
import Support

/// Everything of a run that is drawn, on all processors.
enum RunDrawing {
    struct File: Sendable {
        /// Within the run's folder.
        let name: String
        let bytes: [UInt8]
    }

    /// What a thread does at once; a figure by its place among the figures.
    private enum Work { case page(ReportPage), printed, figure(Int) }

    /// What it makes.
    private enum Part: Sendable {
        case page(PageFitting)
        case files([File])
    }

    /// All files, the main page the last; `others` are the run's that are not drawn, which the page lists. The remarks are
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
        var pages: [PageFitting] = []
        for part in parts {
            switch part {
            case .page(let fitted): pages.append(fitted)
            case .files(let drawn): files += drawn
            }
        }
        var remarks: [String] = []
        // The main page lists the others.
        for fitted in pages.dropFirst() + pages.prefix(1) {
            let listed =
                fitted.page == pages[0].page
                ? others
                    + files.map { DataFile(path: $0.name, bytes: $0.bytes.count, sha256: FileHash.sha256($0.bytes)) }
                : []
            let (html, said) = try fitted.finished(listing: listed)
            files.append(File(name: fitted.page.name, bytes: Array(html.utf8)))
            remarks += said
        }
        let summary = File(name: Report.summaryName, bytes: Array(try Report.summary(input).utf8))
        files.insert(summary, at: files.count - 1)
        return (files, remarks)
    }

    /// With lines for files that are not drawn yet, as long as they will be.
    private static func listing(_ others: [DataFile], _ figures: [Figure], in input: ReportInput) -> ReportInput {
        let paths =
            figures.flatMap(FigureDrawing.paths) + (input.look.isPrinted ? [PrintedReport.name] : [])
            + ReportPage.all(of: input.contents.results).dropFirst().map(\.name)
        var input = input
        input.files = others + paths.map { DataFile(path: $0, bytes: 0, sha256: String(repeating: "0", count: 64)) }
        return input
    }

    /// Pages take longest and wait for no file, so that they are begun first.
    private static func parts(
        of input: ReportInput, _ figures: [Figure], _ budget: PageBudget
    ) throws(ReportError) -> [Part] {
        let texts = try FigureDrawing.texts(of: input)
        let created = input.contents.results.run.created
        let pages = ReportPage.all(of: input.contents.results)
        let works = pages.map(Work.page) + (input.look.isPrinted ? [.printed] : []) + figures.indices.map(Work.figure)
        return try Language.concurrentMap(works.count) { index throws(ReportError) in
            switch works[index] {
            case .page(let page): return .page(try PageFitting(input, page, figures: figures, to: budget))
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
