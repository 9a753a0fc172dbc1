import Plots
import Runs
import Support

/// A page within a budget: what is too large is drawn again with less and less in its figures and tables.
struct PageFitting: Sendable {
    /// What the page is drawn from, its figures as they are drawn now.
    private var input: ReportInput
    /// Which of the run's pages it is.
    var page: ReportPage { input.page }
    /// Of a run with less to draw than `input` has, which the page's texts and numbers still come from.
    private var contents: RunContents
    /// Those of `input`, in the same order.
    private var figures: [Figure]
    private var assets: PageAssets
    private var limits = SVGCanvas.pageLimits
    /// What was done, and what the reader is told of it.
    private var left: [PageReduction] = []
    private let budget: PageBudget
    /// Of the page; after a step only estimated by what the step takes off the figures, until the page is drawn again.
    private var size = PageSize.none
    private var isEstimated = true

    /// Leaves out what is too much for one of the run's pages; `figures` are those of `run`, in the same order.
    init(_ run: ReportInput, _ page: ReportPage, figures: [Figure], to budget: PageBudget) throws(ReportError) {
        input = run.of(page)
        self.figures = figures.filter { page.shows($0.appliance) }
        self.budget = budget
        contents = input.contents
        // The main page has the results of all appliances.
        assets = page.name == Report.pageName ? try PageAssets(run) : try PageAssets(templates: run.look.templates)
        // Tables that nobody reads to the end take long to be drawn only to be left out.
        let absences = input.absences
        if input.longestTable > Self.mostRows { try take(.shorterTables, of: absences) }
        try measure()
        for step in PageReduction.allCases {
            if !budget.isClear(size) { try measure() }
            if step.helps(size, budget) { try take(step, of: absences) }
        }
    }

    /// More rows than these are no table that a person reads.
    private static let mostRows = 1000

    /// The page with a list of `files`, and what a person should be told of it.
    func finished(listing files: [DataFile]) throws(ReportError) -> (html: String, remarks: [String]) {
        var input = input
        input.files = files.sorted { $0.path < $1.path }
        let html = try Report.html(input, assets: assets)
        let size = PageSize(of: html)
        var remarks = left.map { "not on the page: " + $0.remark.reason.english }
        if budget.isExceeded(by: size) {
            remarks.append("the page is large: \(size.bytes / 1024) KiB, \(size.nodes) elements")
        }
        return (html, remarks.map { input.page.remarkPrefix + $0 })
    }

    /// Draws the page, if it is not as the input is now.
    private mutating func measure() throws(ReportError) {
        guard isEstimated else { return }
        size = PageSize(of: try Report.html(input, assets: assets))
        isEstimated = false
    }

    /// Takes the step, if there is anything of this run to leave out or join; `absences` are those of the whole page.
    private mutating func take(_ step: PageReduction, of absences: [ReportAbsence]) throws(ReportError) {
        let before = input.figures.size
        guard try reduce(by: step) else { return }
        // Less of the same is said once.
        if let earlier = step.earlier { left.removeAll { $0 == earlier } }
        left.append(step)
        input.absences = absences + left.map(\.remark)
        isEstimated = true
        size -= before
        size += input.figures.size
        // What tables take is not known before.
        if step.tables != nil || step == .withoutResults { try measure() }
    }

    /// Whether the step leaves out or joins anything of this run.
    private mutating func reduce(by step: PageReduction) throws(ReportError) -> Bool {
        let reduced = step.reduced(contents)
        if let tables = step.tables {
            input.tables = tables
        } else if step == .withoutResults {
            assets.leaveOutResults()
        } else if reduced.results.windows != contents.results.windows {
            contents = reduced
            let kept = Set(reduced.results.windows.map(\.id))
            keep { figure in figure.window.map(kept.contains) ?? true }
        } else if reduced.results.attention != contents.results.attention {
            contents = reduced
            try makeAttention()
        } else if step.limitsCells(of: contents) {
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

    /// Makes the figures of attention again from what is left to draw.
    private mutating func makeAttention() throws(ReportError) {
        let outcomes: [FigureOutcome]
        do throws(FigureError) { outcomes = try Figures.outcomes(.attention, for: contents) } catch {
            throw .figures(error)
        }
        let made = Dictionary(uniqueKeysWithValues: outcomes.compactMap(\.figure).map { ($0.id, $0) })
        figures = figures.map { made[$0.id] ?? $0 }
        try drawAttention()
    }

    /// Draws the figures that have heat maps; the others do not change.
    private mutating func drawAttention() throws(ReportError) {
        let places = figures.indices.filter { figures[$0].section == .attention }
        let attention = places.map { figures[$0] }
        let limits = limits
        let drawn = try Language.concurrentMap(attention.count) { index throws(ReportError) in
            try ReportFigure(attention[index], limits: limits)
        }
        for (place, figure) in zip(places, drawn) { input.figures[place] = figure }
    }
}

extension ReportInput {
    /// For a page of the run.
    fileprivate func of(_ page: ReportPage) -> ReportInput {
        var input = self
        input.page = page
        input.contents = page.contents(of: contents)
        input.figures.removeAll { !page.shows($0.appliance) }
        input.absences.removeAll { !page.shows($0.appliance) }
        return input
    }

    /// Rows of the longest table or list of its page.
    fileprivate var longestTable: Int {
        let results = contents.results
        let data = results.run.data
        let counts = [
            results.appliances.count, results.windows.count, results.attention.count, results.notices.count,
            results.gates.count, results.baseline?.changes.count ?? 0, data.parts.count, data.files.count,
            data.houses?.reduce(0) { $0 + $1.meters.count } ?? 0, files.count { !$0.path.hasPrefix("figures/") },
        ]
        return counts.max() ?? 0
    }
}

extension [ReportFigure] {
    /// What they take, about: drawing and texts, without rows of tables that go with them.
    fileprivate var size: PageSize {
        reduce(into: .none) { sum, figure in
            for part in [figure.svg, figure.title, figure.description] + figure.explorers.map(\.json) {
                sum += PageSize(of: part)
            }
        }
    }
}
