import Support

/// Artificial meter data: rectangular pulses of one appliance under a ramp, noise and the humps of other appliances.
///
/// A window of T samples, one a second:
///
///     truth     = 1 to 4 pulses, each of a whole number of watts in 500...1499, from a start in 0...T-21 for 5 to 29
///                 samples; pulses add up, and end at T
///     aggregate = truth + linspace(0, 200, T) + 50 normal + 200 max(0, sin(linspace(0, 20, T)))
///
/// `linspace` includes both ends. The aggregate may be negative, where the noise is.
package struct SyntheticPulses: Sendable {
    /// The appliance's canonical name.
    package static let appliance = "pulse"
    /// The name of its house.
    package static let house = "synthetic"
    /// Seconds between samples.
    package static let period = 1
    /// The shortest window that holds the longest pulse.
    package static let shortestWindow = 30
    /// The most samples of a data set, so that a mistyped number does not fill the memory.
    static let maximumSamples = 1 << 26

    /// Samples in a window.
    let length: Int
    /// What every window has beside truth and noise, watts: the ramp and the humps.
    private let background: [Double]

    /// Windows of `length` samples; at least ``shortestWindow``.
    init(length: Int) throws(DatasetError) {
        guard length >= Self.shortestWindow else {
            throw .synthetic("a window needs at least \(Self.shortestWindow) samples, got \(length)")
        }
        self.length = length
        background = (0..<length).map { step in
            let fraction = Double(step) / Double(length - 1)
            return 200 * fraction + 200 * max(0, PortableMath.sine(20 * fraction))
        }
    }

    /// The seed of one use of a run's seed: a part of a data set, or a file. The first 8 bytes of the sha256 of both, so that
    /// no two uses share windows, of one seed or of two: of seeds that follow one another, either.
    static func seed(_ seed: UInt64, for use: String) -> UInt64 {
        FileHash.digest(Array("\(seed) \(use)".utf8)).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// `count` windows, each a segment of its own, laid end to end in time from `start` in Unix seconds.
    /// The first windows of a longer series with the same seed are the same.
    func windows(_ count: Int, from start: Int, seed: UInt64) -> [Segment] {
        var random = SplitMix64(seed: seed)
        return (0..<count).map { index in
            let (aggregate, truth) = window(&random)
            return Segment(
                house: Self.house, start: start + index * length * Self.period, period: Self.period,
                aggregate: aggregate, truth: truth)
        }
    }

    /// The next window of a series, watts.
    func window(_ random: inout SplitMix64) -> (aggregate: [Float], truth: [Float]) {
        let truth = pulses(&random)
        let aggregate = zip(truth, background).map { Float($0 + $1 + 50 * random.normal()) }
        return (aggregate, truth.map { Float($0) })
    }

    /// The truth of one window, watts.
    private func pulses(_ random: inout SplitMix64) -> [Double] {
        var truth = [Double](repeating: 0, count: length)
        for _ in 0..<random.integer(in: 1...4) {
            let watts = Double(random.integer(in: 500...1499))
            let start = random.integer(in: 0...length - 21)
            let width = random.integer(in: 5...29)
            for step in start..<min(start + width, length) { truth[step] += watts }
        }
        return truth
    }
}
