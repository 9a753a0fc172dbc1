import Figures
import Files
import Localisation
import Plotting
import Runs

/// A page within a budget: what is too large is drawn again with less and less in its figures and tables.
struct PageFitting {
    /// What the page is drawn from, its figures as they are drawn now.
    private var input: ReportInput
    /// Of a run with less to draw than `input` has, which the page's texts and numbers still come from.
    private var contents: RunContents
    private var figures: [Figure]
    private var limits = SVGCanvas.pageLimits
    /// What was done, and what the reader is told of it.
    private var left: [PageReduction] = []

    /// `figures` are those of `input`, in the same order.
    ///
    /// - Returns: the page, and what a person should be told of it.
    static func fitted(
        _ input: ReportInput, figures: [Figure], to budget: PageBudget
    ) throws(ReportError) -> (report: Report, remarks: [String]) {
        var fitting = PageFitting(input: input, contents: input.contents, figures: figures)
        let assets = try input.look.language.spoken { () throws(ReportError) in try PageAssets(input) }
        var report = try Report.render(input, assets: assets)
        for step in PageReduction.allCases where step.helps(report.html, budget) {
            guard try fitting.take(step) else { continue }
            // Less of the same is said once.
            if let earlier = step.earlier { fitting.left.removeAll { $0 == earlier } }
            fitting.left.append(step)
            fitting.input.absences = input.absences + fitting.left.map(\.remark)
            report = try Report.render(fitting.input, assets: assets)
        }
        let (bytes, nodes) = (report.html.utf8.count, PageBudget.nodes(in: report.html))
        guard bytes <= budget.mostBytes else { throw .tooLarge(bytes: bytes, most: budget.mostBytes) }
        var remarks = fitting.left.map { "not on the page: " + $0.remark.reason }
        if budget.isExceeded(by: report.html) {
            remarks.append(
                "the page is large: \(bytes / 1024) KiB, \(nodes) elements; fewer appliances make it smaller")
        }
        return (report, remarks)
    }

    /// Whether the step leaves out or joins anything of this run.
    private mutating func take(_ step: PageReduction) throws(ReportError) -> Bool {
        let reduced = step.reduced(contents)
        if let tables = step.tables {
            input.tables = tables
        } else if reduced.results.windows != contents.results.windows {
            contents = reduced
            let kept = Set(reduced.results.windows.map(\.id))
            keep { figure in figure.window.map(kept.contains) ?? true }
        } else if reduced.results.attention != contents.results.attention || step.limitsCells(of: contents) {
            contents = reduced
            step.reduce(&limits)
            try drawAttention()
        } else if figures.contains(where: step.leavesOut) {
            keep { figure in !step.leavesOut(figure) }
        } else {
            return false
        }
        return true
    }

    private mutating func keep(_ isKept: (Figure) -> Bool) {
        figures.removeAll { !isKept($0) }
        let ids = Set(figures.map(\.id))
        input.figures.removeAll { !ids.contains($0.id) }
    }

    /// Draws the figures that have heat maps; the others do not change.
    private mutating func drawAttention() throws(ReportError) {
        let outcomes: [FigureOutcome]
        do throws(FigureError) { outcomes = try Figures.outcomes(.attention, for: contents) } catch {
            throw .figures(error)
        }
        let attention = outcomes.compactMap(\.figure).filter { new in figures.contains { $0.id == new.id } }
        let (limits, language) = (limits, input.look.language)
        let drawn = try concurrentMap(attention.count) { index throws(ReportError) in
            try language.spoken { () throws(ReportError) in try ReportFigure(attention[index], limits: limits) }
        }
        let new = Dictionary(uniqueKeysWithValues: drawn.map { ($0.id, $0) })
        input.figures = input.figures.map { new[$0.id] ?? $0 }
    }
}
