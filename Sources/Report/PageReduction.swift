import Figures
import Plotting
import Runs

/// What is left out of a page that is too large, in this order; the figures' own files stay as they are.
enum PageReduction: CaseIterable {
    case shorterTables, fewerWindows, selectedLayers, fewerColours, oneWindow, coarserMaps, withoutHeads, withoutWeeks

    private static let mostWindows = 2
    private static let reducedLevels = 16
    private static let reducedCells = 32

    /// Whether a page over the budget may become smaller by it: tables have many elements of few bytes, maps and lines
    /// the other way round.
    func helps(_ html: String, _ budget: PageBudget) -> Bool {
        switch self {
        case .shorterTables: budget.isDetailed(html)
        case .coarserMaps: budget.isLarge(html)
        case .fewerWindows, .selectedLayers, .fewerColours, .oneWindow, .withoutHeads, .withoutWeeks:
            budget.isExceeded(by: html)
        }
    }

    /// A run's contents with less to draw.
    func reduced(_ contents: RunContents) -> RunContents {
        var contents = contents
        switch self {
        case .fewerWindows, .oneWindow:
            let most = self == .oneWindow ? 1 : Self.mostWindows
            var counts: [String: Int] = [:]
            let attended = Set(contents.results.attention.map(\.window))
            contents.results.windows.removeAll { window in
                counts[window.appliance, default: 0] += 1
                return counts[window.appliance, default: 0] > most && !attended.contains(window.id)
            }
        case .selectedLayers:
            let layers = contents.results.attention.map(\.layer)
            let kept = [layers.min(), layers.max()]
            contents.results.attention.removeAll { !kept.contains($0.layer) }
        case .shorterTables, .coarserMaps, .fewerColours, .withoutHeads, .withoutWeeks: break
        }
        return contents
    }

    /// Whether a figure is left out whole.
    func leavesOut(_ figure: Figure) -> Bool {
        switch self {
        case .withoutHeads: figure.isOfHeads
        case .withoutWeeks: figure.isOfWeek
        case .shorterTables, .coarserMaps, .fewerWindows, .selectedLayers, .fewerColours, .oneWindow: false
        }
    }

    /// Whether it changes how the heat maps of a run are drawn.
    func limitsCells(of contents: RunContents) -> Bool {
        switch self {
        case .coarserMaps: contents.results.attention.contains { $0.cells > Self.reducedCells }
        case .fewerColours: true
        case .shorterTables, .fewerWindows, .selectedLayers, .oneWindow, .withoutHeads, .withoutWeeks: false
        }
    }

    /// Changes how heat maps are drawn, if it does.
    func reduce(_ limits: inout CellLimits) {
        switch self {
        case .coarserMaps:
            limits.mostPerSide = Self.reducedCells
            // Small multiples become coarser, too.
            limits.leastPoints *= 2
        case .fewerColours: limits.levels = Self.reducedLevels
        case .shorterTables, .fewerWindows, .selectedLayers, .oneWindow, .withoutHeads, .withoutWeeks: break
        }
    }

    /// What the reader is told, without a full stop.
    var remark: ReportAbsence {
        let reason =
            switch self {
            case .shorterTables:
                "tables by hour and by head are left out, and of baselines all metrics but of predicting zero; those of "
                    + "windows, epochs and days are shortened; results.json has all"
            case .coarserMaps: "maps on the page have \(Self.reducedCells) cells a side at most; figures/ has all"
            case .fewerWindows: "the page shows \(Self.mostWindows) windows an appliance; figures/ has all"
            case .selectedLayers: "the page shows the first and the last layer; figures/ has all"
            case .oneWindow: "the page shows one window an appliance; figures/ has all"
            case .withoutHeads: "the maps of single heads are not on the page; figures/ has them"
            case .withoutWeeks: "whole weeks are not on the page; figures/ has them"
            case .fewerColours: "maps on the page have \(Self.reducedLevels) colours; those in figures/ have more"
            }
        let section: FigureSection =
            switch self {
            case .shorterTables: .errors
            case .fewerWindows, .oneWindow, .withoutWeeks: .windows
            case .coarserMaps, .selectedLayers, .fewerColours, .withoutHeads: .attention
            }
        return ReportAbsence(section: section, reason: "to keep the page small, " + reason)
    }
}
