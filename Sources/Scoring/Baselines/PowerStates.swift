import Datasets

/// The powers that an appliance draws in its states, learnt from the training part.
struct PowerStates: Equatable {
    /// Watts in ascending order; the first is 0, off.
    let watts: [Float]

    /// The most states on.
    private static let mostOn = 3
    /// States are added until samples deviate from their state by less than this share of the mean on-power.
    private static let closeEnough = 0.1

    /// `watts`: ascending from 0.
    init(watts: [Float]) { self.watts = watts }

    /// Clusters the powers of at least `onThreshold` in `train`, to the watt, by one-dimensional k-means (Lloyd's
    /// algorithm from quantiles), with as few states on as describe them well, three at most. Without such a power there
    /// is no state but off.
    init(fittedTo train: [Segment], onThreshold: Float) {
        var counts: [Int: Int] = [:]
        for segment in train {
            for watts in segment.truth where watts >= onThreshold {
                // A damaged reading may be larger than any integer.
                counts[Int(min(watts, 1e9).rounded()), default: 0] += 1
            }
        }
        let levels = counts.map { Level(watts: Double($0.key), count: Double($0.value)) }.sorted { $0.watts < $1.watts }
        guard !levels.isEmpty else {
            watts = [0]
            return
        }
        let mean = PowerStates.mean(of: levels[...])
        var clusters: [ArraySlice<Level>] = []
        for count in 1...min(Self.mostOn, levels.count) {
            clusters = Self.clusters(of: levels, count: count)
            if Self.deviation(of: clusters) <= Self.closeEnough * mean { break }
        }
        watts = [0] + clusters.map { Float(Self.mean(of: $0)) }
    }

    /// Samples of one power.
    private struct Level {
        var watts: Double
        var count: Double
    }

    private static func mean(of levels: ArraySlice<Level>) -> Double {
        levels.reduce(0) { $0 + $1.watts * $1.count } / levels.reduce(0) { $0 + $1.count }
    }

    /// The standard deviation of samples from the mean of their cluster.
    private static func deviation(of clusters: [ArraySlice<Level>]) -> Double {
        var (squares, count) = (0.0, 0.0)
        for cluster in clusters {
            let mean = mean(of: cluster)
            for level in cluster {
                squares += level.count * (level.watts - mean) * (level.watts - mean)
                count += level.count
            }
        }
        return (squares / count).squareRoot()
    }

    /// `count` clusters at most, none empty, in ascending order: k-means leaves sorted powers in consecutive ranges.
    private static func clusters(of levels: [Level], count: Int) -> [ArraySlice<Level>] {
        let total = levels.reduce(0) { $0 + $1.count }
        var sum = 0.0
        var clusters = [ArraySlice<Level>](repeating: [], count: count)
        var ends = [Int](repeating: 0, count: count)
        for (index, level) in levels.enumerated() {
            sum += level.count
            let cluster = min(count - 1, Int((sum - level.count / 2) / total * Double(count)))
            for later in cluster..<count { ends[later] = index + 1 }
        }
        // Each pass puts the bounds half way between neighbouring means; a hundred are more than it takes.
        for _ in 0..<100 {
            let starts = [0] + ends.dropLast()
            clusters = zip(starts, ends).filter { $0 < $1 }.map { levels[$0..<$1] }
            let means = clusters.map(mean)
            let bounds = zip(means, means.dropFirst()).map { ($0 + $1) / 2 }
            let new = bounds.map { bound in levels.firstIndex { $0.watts > bound } ?? levels.count } + [levels.count]
            if new == ends { break }
            ends = new
        }
        return clusters
    }
}
