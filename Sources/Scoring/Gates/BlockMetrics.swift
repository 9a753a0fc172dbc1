import Runs

/// Metrics of a choice of blocks, from their sums.
package enum BlockMetrics {
    /// Those whose definition is the same in every metric profile, in the order of tables.
    package static let quantities: [Quantity] = [
        .metric(.maeW), .metric(.rmseW), .skill, .metric(.f1), .metric(.precision), .metric(.recall),
        .metric(.energyErrorPercent),
    ]

    /// The value over the samples of `sums`; nil where it is not defined. See ``Metric/formula``; skill takes the energy
    /// of the truth for the error of predicting zero, which it is for powers from 0 on.
    package static func value(of quantity: Quantity, _ sums: BlockScore) -> Double? {
        switch quantity {
        case .metric(.maeW): quotient(sums.absoluteErrorW, Double(sums.n))
        case .metric(.rmseW): quotient(sums.squaredErrorW2, Double(sums.n))?.squareRoot()
        case .skill: quotient(sums.absoluteErrorW, sums.truthW).map { 1 - $0 }
        case .metric(.f1):
            quotient(2 * Double(sums.onAsOn), Double(2 * sums.onAsOn + sums.onAsOff + sums.offAsOn))
        case .metric(.precision): quotient(Double(sums.onAsOn), Double(sums.onAsOn + sums.offAsOn))
        case .metric(.recall): quotient(Double(sums.onAsOn), Double(sums.onAsOn + sums.onAsOff))
        case .metric(.energyErrorPercent): quotient(100 * (sums.predictionW - sums.truthW), sums.truthW)
        default: preconditionFailure("\(quantity.key) does not follow from the sums of blocks")
        }
    }

    private static func quotient(_ value: Double, _ divisor: Double) -> Double? { divisor > 0 ? value / divisor : nil }
}
