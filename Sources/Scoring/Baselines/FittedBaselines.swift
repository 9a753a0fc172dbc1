import Runs

/// The baselines of one appliance as predictors, and why others are missing.
struct FittedBaselines: Sendable {
    private(set) var predictors: [(baseline: Baseline, predictor: any BaselinePredictor)]
    private(set) var absent: [AbsentBaseline]

    /// `houses` are those that the appliance is scored in.
    init(_ fit: BaselineFit, houses: Set<String>, scoring: Scoring) {
        predictors = [
            (.zero, ConstantBaseline(watts: 0)), (.mean, ConstantBaseline(watts: Float(fit.meanW))),
        ]
        absent = fit.absent
        if let means = fit.hourlyW {
            if let clock = scoring.clock {
                predictors.append((.hourly, HourlyMean(means: means, clock: clock)))
            } else {
                absent.append(AbsentBaseline(.hourly, because: .noClock))
            }
        }
        if let edges = fit.edges {
            predictors.append((.edges, EdgePairing(power: edges.powerW, longest: edges.longestS)))
        }
        addCombinations(fit, houses: houses, scoring: scoring)
    }

    private mutating func addCombinations(_ fit: BaselineFit, houses: Set<String>, scoring: Scoring) {
        // Where nothing was learnt the reason stands already.
        guard let baseLoad = fit.baseLoadW, fit.statesW != nil else { return }
        guard let (states, index) = scoring.states(beside: fit.appliance, houses: houses) else {
            absent.append(
                AbsentBaseline(
                    .combinatorial, because: .oneAppliance))
            return
        }
        if let predictor = CombinatorialOptimisation(states: states, appliance: index, baseLoad: baseLoad) {
            predictors.append((.combinatorial, predictor))
        } else {
            absent.append(
                AbsentBaseline(
                    .combinatorial,
                    because: .manyCombinations(
                        appliances: states.count, most: CombinatorialOptimisation.mostCombinations)))
        }
    }
}
