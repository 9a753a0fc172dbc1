import Figures
import Plotting
import Runs

/// What is left out of a page that is too large, in this order; the figures' own files stay as they are.
enum PageReduction: CaseIterable {
    case shorterTables, fewerWindows, selectedLayers, fewerColours, oneWindow, coarserMaps
    case shortestTables, withoutHeads, withoutWeeks

    private static let mostWindows = 2
    private static let reducedLevels = 16
    private static let reducedCells = 32

    /// Whether a page over the budget may become smaller by it: tables have many elements of few bytes, maps and lines
    /// the other way round.
    func helps(_ size: PageSize, _ budget: PageBudget) -> Bool {
        switch self {
        case .shorterTables, .shortestTables: budget.isDetailed(size)
        case .coarserMaps: budget.isLarge(size)
        case .fewerWindows, .selectedLayers, .fewerColours, .oneWindow, .withoutHeads, .withoutWeeks:
            budget.isExceeded(by: size)
        }
    }

    /// How long the tables become, if it makes them shorter.
    var tables: TableLength? {
        switch self {
        case .shorterTables: .short
        case .shortestTables: .shortest
        case .coarserMaps, .fewerWindows, .selectedLayers, .fewerColours, .oneWindow, .withoutHeads, .withoutWeeks: nil
        }
    }

    /// The step that leaves out a part of what this one does.
    var earlier: PageReduction? {
        switch self {
        case .oneWindow: .fewerWindows
        case .shortestTables: .shorterTables
        case .shorterTables, .fewerWindows, .selectedLayers, .fewerColours, .coarserMaps, .withoutHeads, .withoutWeeks:
            nil
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
        case .shorterTables, .shortestTables, .coarserMaps, .fewerColours, .withoutHeads, .withoutWeeks: break
        }
        return contents
    }

    /// Whether a figure is left out whole.
    func leavesOut(_ figure: Figure) -> Bool {
        switch self {
        case .withoutHeads: figure.isOfHeads
        case .withoutWeeks: figure.isOfWeek
        case .shorterTables, .shortestTables, .coarserMaps, .fewerWindows, .selectedLayers, .fewerColours, .oneWindow:
            false
        }
    }

    /// Whether it changes how the heat maps of a run are drawn.
    func limitsCells(of contents: RunContents) -> Bool {
        switch self {
        case .coarserMaps: contents.results.attention.contains { $0.cells > Self.reducedCells }
        case .fewerColours: true
        case .shorterTables, .shortestTables, .fewerWindows, .selectedLayers, .oneWindow, .withoutHeads, .withoutWeeks:
            false
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
        case .shorterTables, .shortestTables, .fewerWindows, .selectedLayers, .oneWindow, .withoutHeads, .withoutWeeks:
            break
        }
    }

    /// What the reader is told: what is not shown, without a full stop.
    var remark: ReportAbsence {
        let reason =
            switch self {
            case .shorterTables:
                "tables by hour and by head, all metrics of baselines but of predicting zero, and rows of windows, epochs and "
                    + "days"
            case .shortestTables:
                "tables by hour and by head, all metrics of baselines, and most rows of windows, epochs and days"
            case .coarserMaps: "more than \(Self.reducedCells) cells a side of a map"
            case .fewerWindows: "all but \(Self.mostWindows) windows an appliance"
            case .selectedLayers: "the layers between the first and the last"
            case .oneWindow: "all but one window an appliance"
            case .withoutHeads: "the maps of single heads"
            case .withoutWeeks: "whole weeks"
            case .fewerColours: "more than \(Self.reducedLevels) colours of maps"
            }
        let section: FigureSection =
            switch self {
            case .shorterTables, .shortestTables: .errors
            case .fewerWindows, .oneWindow, .withoutWeeks: .windows
            case .coarserMaps, .selectedLayers, .fewerColours, .withoutHeads: .attention
            }
        let place = tables != nil ? "results.json" : "figures/"
        return ReportAbsence(section: section, reason: "\(reason), to keep the page small; \(place) has them")
    }
}
