import Figures
import Plotting
import Runs

/// How large a page may become.
package struct PageBudget: Sendable {
    /// Beyond this many bytes parts are left out and a person is warned.
    package var comfortableBytes = 1 << 20
    /// Beyond this many bytes there is no page.
    package var mostBytes = 2 << 20
    /// Elements; beyond them a browser becomes slow, and a person is warned.
    package var mostNodes = 5000

    package init() {}

    func isExceeded(by html: String) -> Bool { isLarge(html) || Self.nodes(in: html) > mostNodes }

    /// Whether parts are left out. What can be left out are long paths, few elements: too many elements are only told.
    func isLarge(_ html: String) -> Bool { html.utf8.count > comfortableBytes }

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
    case coarserMaps, fewerWindows, selectedLayers, fewerColours

    private static let mostWindows = 2
    private static let reducedLevels = 16
    private static let reducedCells = 32

    /// A run's contents with less to draw.
    func reduced(_ contents: RunContents) -> RunContents {
        var contents = contents
        switch self {
        case .fewerWindows:
            var counts: [String: Int] = [:]
            let attended = Set(contents.results.attention.map(\.window))
            contents.results.windows.removeAll { window in
                counts[window.appliance, default: 0] += 1
                return counts[window.appliance, default: 0] > Self.mostWindows && !attended.contains(window.id)
            }
        case .selectedLayers:
            let layers = contents.results.attention.map(\.layer)
            let kept = [layers.min(), layers.max()]
            contents.results.attention.removeAll { !kept.contains($0.layer) }
        case .coarserMaps, .fewerColours: break
        }
        return contents
    }

    /// Whether it changes how the heat maps of a run are drawn.
    func limitsCells(of contents: RunContents) -> Bool {
        switch self {
        case .coarserMaps: contents.results.attention.contains { $0.cells > Self.reducedCells }
        case .fewerColours: true
        case .fewerWindows, .selectedLayers: false
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
        case .fewerWindows, .selectedLayers: break
        }
    }

    /// What the reader is told, without a full stop.
    var remark: ReportAbsence {
        let reason =
            switch self {
            case .coarserMaps: "maps on the page have \(Self.reducedCells) cells a side at most; figures/ has all"
            case .fewerWindows: "the page shows \(Self.mostWindows) windows an appliance; figures/ has all"
            case .selectedLayers: "the page shows the first and the last layer; figures/ has all"
            case .fewerColours: "maps on the page have \(Self.reducedLevels) colours; those in figures/ have more"
            }
        return ReportAbsence(
            section: self == .fewerWindows ? .windows : .attention, reason: "to keep the page small, " + reason)
    }
}
