import Runs

/// Sums over samples from which the metrics of powers and energies follow, in Double.
struct PowerSums {
    private var count = 0
    private var absolute = 0.0
    private var squares = 0.0
    private var truth = 0.0
    private var truthSquares = 0.0
    private var prediction = 0.0
    private var smaller = 0.0
    private var larger = 0.0
    private var relative = 0.0
    private var aggregate = 0.0
    private var onCount = 0
    private var absoluteOn = 0.0
    private let variants: MetricVariants

    init(_ variants: MetricVariants) { self.variants = variants }

    /// Adds one sample, watts; `isOn` is the true state.
    mutating func add(truth y: Double, prediction p: Double, aggregate x: Double, isOn: Bool) {
        count += 1
        let error = abs(p - y)
        absolute += error
        squares += error * error
        truth += y
        truthSquares += y * y
        prediction += p
        smaller += min(p, y)
        larger += max(p, y)
        aggregate += x
        // Only another program's predictions can be below 0; they count by their size.
        let scale = variants.relative == .larger ? max(abs(p), abs(y)) : 1 + abs(p)
        if scale > 0 { relative += error / scale }
        if isOn {
            onCount += 1
            absoluteOn += error
        }
    }

    /// Sets the metrics of the samples added, at least one.
    func set(in values: inout MetricValues) {
        let n = Double(count)
        values.set(.maeW, to: absolute / n)
        values.set(.rmseW, to: (squares / n).squareRoot())
        values.set(.maeOnW, absoluteOn, over: Double(onCount), else: .neverOn)
        values.set(.mre, to: relative / n)
        values.set(.mr, smaller, over: larger, else: .bothZero)
        let noEnergy = UndefinedReason.noEnergy
        values.set(.nep, absolute, over: truth, else: noEnergy)
        values.set(.energyErrorPercent, 100 * (prediction - truth), over: truth, else: noEnergy)
        switch variants.sae {
        case .absoluteOverTruth: values.set(.sae, abs(prediction - truth), over: truth, else: noEnergy)
        case .signedOverLarger:
            values.set(
                .sae, prediction - truth, over: max(prediction, truth),
                else: .bothZero)
        }
        switch variants.nde {
        case .plain: values.set(.nde, squares, over: truthSquares, else: noEnergy)
        case .squareRoot:
            values.set(.nde, squares.squareRoot(), over: truthSquares.squareRoot(), else: noEnergy)
        }
        switch variants.teca {
        case .ownEnergy: values.set(.teca, 2 * truth - absolute, over: 2 * truth, else: noEnergy)
        case .aggregate:
            values.set(.teca, 2 * aggregate - absolute, over: 2 * aggregate, else: .noAggregateEnergy)
        }
    }
}
