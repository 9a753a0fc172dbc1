import Runs

/// How large a page may become.
package struct PageBudget: Sendable {
    /// Beyond this many bytes parts are left out and a person is warned.
    package var comfortableBytes = 1 << 20
    /// Beyond this many bytes there are no figures in it, and no results for other programs.
    package var mostBytes = 2 << 20
    /// Elements; beyond them a browser becomes slow, parts are left out and a person is warned.
    package var mostNodes = 5000

    package init() {}

    func isExceeded(by size: PageSize) -> Bool { isLarge(size) || isDetailed(size) }

    func isLarge(_ size: PageSize) -> Bool { size.bytes > comfortableBytes }

    func isDetailed(_ size: PageSize) -> Bool { size.nodes > mostNodes }

    /// Whether an estimate is so far from the bounds that the page itself must lie on the same side of each: the text
    /// that comes and goes with figures is not in it.
    func isClear(_ estimate: PageSize) -> Bool {
        func isFar(_ value: Int, from bound: Int) -> Bool {
            abs(value - bound) > bound / 10
        }
        return isFar(estimate.bytes, from: comfortableBytes) && isFar(estimate.nodes, from: mostNodes)
    }
}

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

/// What a page, or a part of it, takes.
struct PageSize {
    private(set) var bytes = 0
    /// Elements.
    private(set) var nodes = 0

    static let none = PageSize()

    private init() {}

    /// Of a page of ours or a part of one, in which every `<` of a text is escaped.
    init(of html: String) {
        var html = html
        (bytes, nodes) = html.withUTF8 { text in
            var count = 0
            var follows = false
            for byte in text {
                if follows, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) { count += 1 }
                follows = byte == UInt8(ascii: "<")
            }
            return (text.count, count)
        }
    }

    static func += (size: inout PageSize, part: PageSize) {
        size.bytes += part.bytes
        size.nodes += part.nodes
    }

    static func -= (size: inout PageSize, part: PageSize) {
        size.bytes -= part.bytes
        size.nodes -= part.nodes
    }
}
