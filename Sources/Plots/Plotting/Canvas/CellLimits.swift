/// The most cells and colours of a heat map that a canvas can take without becoming too large.
package struct CellLimits: Equatable, Sendable {
    /// Cells along each side.
    package var mostPerSide: Int
    /// Points that a cell must measure at least.
    package var leastPoints: Double
    /// Colours, at most 255.
    package var levels: Int

    package init(mostPerSide: Int, leastPoints: Double, levels: Int) {
        self.mostPerSide = mostPerSide
        self.leastPoints = leastPoints
        self.levels = levels
    }

    /// The most cells along a side that is `length` points long.
    func most(along length: Double) -> Int { max(min(mostPerSide, Int(length / leastPoints)), 1) }
}
