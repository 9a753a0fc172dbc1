import Runs

/// How much of what is long the page's tables have; results.json has all of it.
package enum TableLength: Sendable {
    case long, short, shortest

    /// Of any table or list.
    var rows: Int {
        switch self {
        case .long: .max
        case .short: 200
        case .shortest: 50
        }
    }

    /// Files of figures, a line each.
    var files: Int {
        switch self {
        case .long: .max
        case .short: 2000
        case .shortest: 200
        }
    }

    /// Rows of energy by day: more would make the page long without telling more.
    var days: Int {
        switch self {
        case .long: 100
        case .short: 20
        case .shortest: 7
        }
    }

    /// Which of an appliance's `count` epochs are listed beside the one that was kept: evenly spread, the last among them.
    func epochs(of count: Int) -> Set<Int> {
        let most =
            switch self {
            case .long: 100
            case .short: 5
            case .shortest: 1
            }
        return Set((1...most).map { $0 * count / most - 1 })
    }

    /// Of an appliance.
    var worstWindows: Int {
        switch self {
        case .long: 10
        case .short: 3
        case .shortest: 1
        }
    }

    /// Those of which all metrics are listed.
    var baselines: [Baseline] {
        switch self {
        case .long: Baseline.allCases
        case .short: [.zero]
        case .shortest: []
        }
    }

    /// Whether there are tables by hour of the day and by head of the attention, beside their figures.
    var hasFigureTables: Bool { self == .long }
}
