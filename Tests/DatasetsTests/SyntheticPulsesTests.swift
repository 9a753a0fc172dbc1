import Support
import Testing

@testable import Datasets

@Suite struct SyntheticPulsesTests {
    private func windows(_ count: Int, length: Int, seed: UInt64 = 0) throws -> [Segment] {
        try SyntheticPulses(length: length).windows(count, from: 0, seed: seed)
    }

    @Test("the mean of the truth is the one that amplitudes, widths and starts have", arguments: [512, 64])
    func mean(length: Int) throws {
        let count = 1000
        // A pulse that starts late is cut at the end of the window.
        var width = 0.0
        for start in 0...length - 21 {
            for full in 5...29 { width += Double(min(full, length - start)) }
        }
        width /= Double((length - 20) * 25)
        let expected = 2.5 * 999.5 * width / Double(length)
        let means = try windows(count, length: length).map { segment in
            segment.truth.reduce(0) { $0 + Double($1) } / Double(length)
        }
        let mean = means.reduce(0, +) / Double(count)
        let variance = means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count)
        #expect(abs(mean - expected) < 5 * (variance / Double(count)).squareRoot())
    }

    @Test("pulses are whole watts, 5 samples at least, 4 in a window at most, and never before they can start")
    func pulses() throws {
        var edges: [Int: Int] = [:]
        var largest: Float = 0
        var touchesEnd = false
        for segment in try windows(1000, length: 100) {
            let truth = segment.truth
            largest = max(largest, truth.max() ?? 0)
            touchesEnd = touchesEnd || truth[99] > 0
            #expect(truth.allSatisfy { $0 == 0 || ($0 >= 500 && $0 <= 4 * 1499 && $0 == $0.rounded()) })
            let runs = truth.split(separator: 0)
            #expect(runs.allSatisfy { $0.count >= 5 })
            edges[runs.count, default: 0] += 1
        }
        // Some windows have four pulses apart, some pulses overlap, and some are cut at the end.
        #expect(Set(edges.keys) == [1, 2, 3, 4])
        #expect(largest > 1499)
        #expect(touchesEnd)
    }

    @Test("the aggregate is the truth, the ramp, the humps and noise of 50 W")
    func aggregate() throws {
        let count = 150
        let length = 512
        var sum = [Double](repeating: 0, count: length)
        var squares = 0.0
        let background = (0..<length).map { step in
            let fraction = Double(step) / Double(length - 1)
            return 200 * fraction + max(0, 200 * PortableMath.sine(20 * fraction))
        }
        for segment in try windows(count, length: length) {
            for step in 0..<length {
                let noise = Double(segment.aggregate[step] - segment.truth[step]) - background[step]
                sum[step] += noise
                squares += noise * noise
            }
        }
        let deviation = (squares / Double(count * length)).squareRoot()
        // Five standard errors of the deviation, and of each step's mean.
        #expect(abs(deviation - 50) < 5 * 50 / Double(2 * count * length).squareRoot())
        #expect(sum.allSatisfy { abs($0 / Double(count)) < 5 * 50 / Double(count).squareRoot() })
        // The ramp ends at 200 W, both ends included.
        #expect(background[0] == 0)
        #expect(abs(background[length - 1] - 200 - 200 * 0.912945) < 0.001)
    }

    @Test("windows lie end to end in time, and a longer series begins with the shorter one")
    func order() throws {
        let short = try windows(3, length: 40)
        let long = try windows(5, length: 40)
        #expect(long.map(\.start) == [0, 40, 80, 120, 160])
        #expect(short.map(\.aggregate) == Array(long.map(\.aggregate).prefix(3)))
        #expect(long[0].aggregate != long[1].aggregate)
    }

    @Test("the samples are the same on every machine")
    func golden() throws {
        let dataset = try Dataset.load(
            DatasetRequest(
                source: .synthetic, period: 1, syntheticWindows: [3, 2, 1], seed: 7, window: 64, stride: 64))
        #expect(dataset.sha256 == "3649d5929bb2572f6427b829e992f060d4c8fe88d32a79f2b1529f30091ec73c")
        #expect(
            Array(dataset.appliances[0].train[0].aggregate.prefix(4)) == [-51.549603, 31.001661, 144.00014, 221.97557])
    }

    @Test("a use of a seed has a seed of its own, the first bytes of a sha256") func uses() {
        // printf '7 train' | sha256sum
        #expect(SyntheticPulses.seed(7, for: "train") == 0x8597f010b43cf5c0)
        #expect(SyntheticPulses.seed(7, for: "test") != SyntheticPulses.seed(8, for: "train"))
    }

    @Test("a window of 30 samples is the shortest")
    func shortest() throws {
        #expect(try windows(1, length: 30).count == 1)
        #expect(throws: DatasetError.synthetic("a window needs at least 30 samples, got 29")) {
            try windows(1, length: 29)
        }
    }
}
