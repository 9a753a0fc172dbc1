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
