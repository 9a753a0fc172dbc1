import Runs

/// Which states of several appliances add up to the aggregate, one sample at a time: Hart 1992, as NILMTK's `CO`.
///
/// The base load, ``BaseLoad``, is taken off first. Of sums that are equally near the lower
/// is taken, of combinations with one sum the first in the order of the appliances.
struct CombinatorialOptimisation: BaselinePredictor {
    /// So many combinations are kept at most.
    static let mostCombinations = 1 << 20

    private let baseLoad: Float
    /// Ascending, all different, watts.
    private let sums: [Float]
    /// The power of the appliance that is predicted, for each sum.
    private let powers: [Float]

    /// Combines the states of several appliances; `appliance` is the index of the one that is predicted. nil if there
    /// are more combinations than ``mostCombinations``.
    init?(states: [PowerStates], appliance: Int, baseLoad: Float) {
        var count = 1
        for state in states {
            count *= state.watts.count
            if count > Self.mostCombinations { return nil }
        }
        var combinations: [(sum: Float, power: Float)] = [(0, 0)]
        for (index, state) in states.enumerated() {
            combinations = combinations.flatMap { combination in
                state.watts.map { watts in
                    (combination.sum + watts, index == appliance ? watts : combination.power)
                }
            }
        }
        // Swift's sort keeps the order of what is equal.
        combinations.sort { $0.sum < $1.sum }
        var (sums, powers): ([Float], [Float]) = ([], [])
        for combination in combinations where combination.sum != sums.last {
            sums.append(combination.sum)
            powers.append(combination.power)
        }
        self.baseLoad = baseLoad
        self.sums = sums
        self.powers = powers
    }

    func prediction(for series: PredictionSeries) -> [Float] {
        series.aggregateW.map { powers[nearest(to: $0 - baseLoad)] }
    }

    /// The index of the sum that is nearest, by bisection.
    private func nearest(to watts: Float) -> Int {
        // The first that is not below.
        var (low, high) = (0, sums.count)
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] < watts { low = middle + 1 } else { high = middle }
        }
        if low == 0 { return 0 }
        if low == sums.count { return low - 1 }
        return watts - sums[low - 1] <= sums[low] - watts ? low - 1 : low
    }
}
