import Plots
import Runs
import Support

/// What is left out of a page that is too large, in this order; the figures' own files stay as they are.
enum PageReduction: CaseIterable {
    case shorterTables, fewerWindows, selectedLayers, fewerColours, oneWindow, coarserMaps
    case shortestTables, withoutHeads, withoutWeeks, withoutFigures, withoutResults

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
        case .withoutFigures, .withoutResults: size.bytes > budget.mostBytes
        }
    }

    /// How long the tables become, if it makes them shorter.
    var tables: TableLength? {
        switch self {
        case .shorterTables: .short
        case .shortestTables: .shortest
        default: nil
        }
    }

    /// The step that leaves out a part of what this one does.
    var earlier: PageReduction? {
        switch self {
        case .oneWindow: .fewerWindows
        case .shortestTables: .shorterTables
        default: nil
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
        default: break
        }
        return contents
    }

    /// Whether a figure is left out whole.
    func leavesOut(_ figure: Figure) -> Bool {
        switch self {
        case .withoutHeads: figure.kind == .heads
        case .withoutWeeks: figure.kind == .week
        case .withoutFigures: true
        default: false
        }
    }

    /// Whether it changes how the heat maps of a run are drawn.
    func limitsCells(of contents: RunContents) -> Bool {
        switch self {
        case .coarserMaps: contents.results.attention.contains { $0.cells > Self.reducedCells }
        case .fewerColours: true
        default: false
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
        default: break
        }
    }

    /// What the reader is told: what is not shown, without a full stop.
    var remark: ReportAbsence {
        let reason =
            switch self {
            case .shorterTables:
                Text(
                    """
                    tables by hour and by head, all metrics of baselines but of predicting zero, and rows of windows, \
                    epochs, days and all that has over \(TableLength.short.rows)
                    """,
                    es: """
                        las tablas por hora y por cabeza, las métricas de las referencias salvo las de predecir cero y filas \
                        de ventanas, épocas, días y todo lo que pasa de \(TableLength.short.rows)
                        """)
            case .shortestTables:
                Text(
                    """
                    tables by hour and by head, all metrics of baselines, and most rows of windows, epochs, days and all \
                    that has over \(TableLength.shortest.rows)
                    """,
                    es: """
                        las tablas por hora y por cabeza, las métricas de las referencias y la mayoría de las filas de \
                        ventanas, épocas, días y todo lo que pasa de \(TableLength.shortest.rows)
                        """)
            case .coarserMaps:
                Text(
                    "more than \(Self.reducedCells) cells a side of a map",
                    es: "más de \(Self.reducedCells) celdas por lado de un mapa")
            case .fewerWindows:
                Text(
                    "all but \(Self.mostWindows) windows an appliance",
                    es: "las ventanas de cada aparato salvo \(Self.mostWindows)")
            case .selectedLayers:
                Text("the layers between the first and the last", es: "las capas entre la primera y la última")
            case .oneWindow: Text("all but one window an appliance", es: "las ventanas de cada aparato salvo una")
            case .withoutHeads: Text("the maps of single heads", es: "los mapas de cada cabeza")
            case .withoutWeeks: Text("whole weeks", es: "las semanas enteras")
            case .withoutFigures: Text("all figures", es: "todas las figuras")
            case .withoutResults: Text("the results for other programs", es: "los resultados para otros programas")
            case .fewerColours:
                Text(
                    "more than \(Self.reducedLevels) colours of maps",
                    es: "más de \(Self.reducedLevels) colores en los mapas")
            }
        let section: FigureSection =
            switch self {
            case .shorterTables, .shortestTables, .withoutFigures, .withoutResults: .metrics
            case .fewerWindows, .oneWindow, .withoutWeeks: .windows
            case .coarserMaps, .selectedLayers, .fewerColours, .withoutHeads: .attention
            }
        let place = tables != nil || self == .withoutResults ? "results.json" : "figures/"
        return ReportAbsence(
            section: section,
            reason: Text(
                "\(reason), to keep the page small; \(place) has them",
                es: "\(reason), para que la página no sea demasiado grande; están en \(place)"))
    }
}
