import Runs

/// Everything that the metrics need, summed in Double over all samples in one pass.
///
/// States are on where a power is at least the threshold; truth and prediction by the same rule, without minimum
/// durations. See ``Metric`` for the formulas.
package struct MetricSums: Sendable {
    /// Watts.
    package let onThreshold: Double
    package private(set) var count = 0
    private var absolute = 0.0
    private var squares = 0.0
    private var truth = 0.0
    private var truthSquares = 0.0
    private var prediction = 0.0
    private var smaller = 0.0
    private var larger = 0.0
    private var absoluteOn = 0.0
    private var truePositives = 0
    private var falsePositives = 0
    private var falseNegatives = 0
    private var trueNegatives = 0

    package init(onThreshold: Double) { self.onThreshold = onThreshold }

    /// Samples truly on.
    package var onCount: Int { truePositives + falseNegatives }

    /// Adds one sample, watts.
    package mutating func add(truth y: Double, prediction p: Double) {
        count += 1
        let error = abs(p - y)
        absolute += error
        squares += error * error
        truth += y
        truthSquares += y * y
        prediction += p
        smaller += min(p, y)
        larger += max(p, y)
        switch (y >= onThreshold, p >= onThreshold) {
        case (true, true): truePositives += 1
        case (true, false): falseNegatives += 1
        case (false, true): falsePositives += 1
        case (false, false): trueNegatives += 1
        }
        if y >= onThreshold { absoluteOn += error }
    }

    /// The metrics of the samples added, at least one.
    package var values: MetricValues {
        precondition(count > 0, "metrics need a sample")
        let n = Double(count)
        var values = MetricValues()
        values.set(.maeW, to: absolute / n)
        values.set(.rmseW, to: (squares / n).squareRoot())
        let noEnergy = "the appliance used no energy"
        values.set(.sae, abs(prediction - truth), over: truth, else: noEnergy)
        values.set(.nde, squares, over: truthSquares, else: noEnergy)
        values.set(.energyErrorPercent, 100 * (prediction - truth), over: truth, else: noEnergy)
        values.set(.teca, 2 * truth - absolute, over: 2 * truth, else: noEnergy)
        values.set(.mr, smaller, over: larger, else: "truth and prediction are both zero throughout")
        addStates(to: &values)
        return values
    }

    private func addStates(to values: inout MetricValues) {
        let (tp, fp) = (Double(truePositives), Double(falsePositives))
        let (fn, tn) = (Double(falseNegatives), Double(trueNegatives))
        let neverOn = "the appliance is never on"
        values.set(.maeOnW, absoluteOn, over: tp + fn, else: neverOn)
        values.set(.recall, tp, over: tp + fn, else: neverOn)
        values.set(.precision, tp, over: tp + fp, else: "nothing was predicted on")
        values.set(.f1, 2 * tp, over: 2 * tp + fp + fn, else: "never on, neither truly nor predicted")
        values.set(
            .mcc, tp * tn - fp * fn, over: ((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn)).squareRoot(),
            else: "truth or prediction has only one state")
    }
}

extension MetricValues {
    /// Sets a quotient, or the reason why there is none where the denominator is 0.
    fileprivate mutating func set(_ metric: Metric, _ numerator: Double, over denominator: Double, else reason: String)
    {
        if denominator > 0 {
            set(metric, to: numerator / denominator)
        } else {
            setUndefined(metric, because: reason)
        }
    }
}
