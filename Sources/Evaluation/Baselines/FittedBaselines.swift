import Datasets
import Runs

/// The baselines of one appliance, fitted to its training part, and why others are missing.
struct FittedBaselines: Sendable {
    private(set) var predictors: [(baseline: Baseline, predictor: any BaselinePredictor)]
    private(set) var absent: [AbsentBaseline] = []

    /// `trainingMean` is the mean power in watts that the mean predictor says.
    init(_ data: ApplianceData, trainingMean: Double, scoring: Scoring) {
        predictors = [
            (.zero, ConstantBaseline(watts: 0)), (.mean, ConstantBaseline(watts: Float(trainingMean))),
        ]
        if let clock = scoring.clock {
            add(.hourly, HourlyMean(fittedTo: data.train, clock: clock), orElse: "the training part has no reading")
        } else {
            absent.append(AbsentBaseline(.hourly, because: "the data have no clock"))
        }
        add(
            .edges, EdgePairing(fittedTo: data.train),
            orElse: "the appliance has no rise and fall of one size in the training part")
        if let (states, index) = scoring.states(beside: data) {
            add(
                .combinatorial,
                CombinatorialOptimisation(states: states, appliance: index, baseLoad: Self.baseLoad(of: data.train)),
                orElse: "\(states.count) appliances have more than \(CombinatorialOptimisation.mostCombinations) "
                    + "combinations of states")
        } else {
            absent.append(
                AbsentBaseline(
                    .combinatorial, because: "it takes several appliances that are scored in the same houses")
            )
        }
    }

    private mutating func add(_ baseline: Baseline, _ predictor: (any BaselinePredictor)?, orElse reason: String) {
        if let predictor {
            predictors.append((baseline, predictor))
        } else {
            absent.append(AbsentBaseline(baseline, because: reason))
        }
    }

    /// The least aggregate, watts, and not below 0.
    private static func baseLoad(of train: [Stretch]) -> Float {
        let least = train.lazy.flatMap(\.aggregate).filter { !$0.isNaN }.min() ?? 0
        return max(0, least)
    }
}
