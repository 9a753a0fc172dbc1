import Figures
import Plotting
import Runs

/// How large a page may become.
package struct PageBudget: Sendable {
    /// Beyond this many bytes parts are left out and a person is warned.
    package var comfortableBytes = 1 << 20
    /// Beyond this many bytes there is no page.
    package var mostBytes = 2 << 20
    /// Elements; beyond them a browser becomes slow, parts are left out and a person is warned.
    package var mostNodes = 5000

    package init() {}

    func isExceeded(by html: String) -> Bool { isLarge(html) || isDetailed(html) }

    func isLarge(_ html: String) -> Bool { html.utf8.count > comfortableBytes }

    func isDetailed(_ html: String) -> Bool { Self.nodes(in: html) > mostNodes }

    /// The elements of a page of ours, in which every `<` of a text is escaped.
    static func nodes(in html: String) -> Int {
        var count = 0
        var follows = false
        for byte in html.utf8 {
            if follows, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) { count += 1 }
            follows = byte == UInt8(ascii: "<")
        }
        return count
    }
}

/// What is left out of a page that is too large, in this order; the figures' own files stay as they are.
enum PageReduction: CaseIterable {
    case shorterTables, coarserMaps, fewerWindows, selectedLayers, fewerColours, oneWindow, withoutHeads

    private static let mostWindows = 2
    private static let reducedLevels = 16
    private static let reducedCells = 32

    /// Whether a page over the budget may become smaller by it: tables have many elements of few bytes, maps and lines
    /// the other way round.
    func helps(_ html: String, _ budget: PageBudget) -> Bool {
        switch self {
        case .shorterTables: budget.isDetailed(html)
        case .coarserMaps: budget.isLarge(html)
        case .fewerWindows, .selectedLayers, .fewerColours, .oneWindow, .withoutHeads: budget.isExceeded(by: html)
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
        case .shorterTables, .coarserMaps, .fewerColours, .withoutHeads: break
        }
        return contents
    }

    /// Whether a figure is left out whole.
    func leavesOut(_ figure: ReportFigure) -> Bool { self == .withoutHeads && figure.isOfHeads }

    /// Whether it changes how the heat maps of a run are drawn.
    func limitsCells(of contents: RunContents) -> Bool {
        switch self {
        case .coarserMaps: contents.results.attention.contains { $0.cells > Self.reducedCells }
        case .fewerColours: true
        case .shorterTables, .fewerWindows, .selectedLayers, .oneWindow, .withoutHeads: false
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
        case .shorterTables, .fewerWindows, .selectedLayers, .oneWindow, .withoutHeads: break
        }
    }

    /// What the reader is told, without a full stop.
    var remark: ReportAbsence {
        let reason =
            switch self {
            case .shorterTables:
                "tables by hour and by head are left out, those of days and worst windows shortened; results.json has all"
            case .coarserMaps: "maps on the page have \(Self.reducedCells) cells a side at most; figures/ has all"
            case .fewerWindows: "the page shows \(Self.mostWindows) windows an appliance; figures/ has all"
            case .selectedLayers: "the page shows the first and the last layer; figures/ has all"
            case .oneWindow: "the page shows one window an appliance; figures/ has all"
            case .withoutHeads: "the maps of single heads are not on the page; figures/ has them"
            case .fewerColours: "maps on the page have \(Self.reducedLevels) colours; those in figures/ have more"
            }
        let section: FigureSection =
            switch self {
            case .shorterTables: .errors
            case .fewerWindows, .oneWindow: .windows
            case .coarserMaps, .selectedLayers, .fewerColours, .withoutHeads: .attention
            }
        return ReportAbsence(section: section, reason: "to keep the page small, " + reason)
    }
}
