import Foundation
import Runs
import Support
import TestSupport

/// Runs that look like real ones, made from nothing but a seed.
enum SampleRun {
    /// Uniform numbers in 0..<1 from a 64-bit linear congruential generator (Knuth's MMIX constants).
    struct Random {
        private var state: UInt64
        init(seed: UInt64) { state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493 }

        mutating func next() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 11) / Double(1 << 53)
        }

        /// About normal, with standard deviation 1: three uniform numbers have variance 1/4.
        mutating func noise() -> Double { 2 * (next() + next() + next() - 1.5) }
    }

    /// Pulses under a noisy ramp, 1 Hz, no clock.
    static func synthetic(
        steps: Int = 512, windows: Int = 6, layers: Int = 4, heads: Int = 4, fineCells: Int = 256,
        coarseCells: Int = 128, seed: UInt64 = 1
    ) -> RunContents {
        var random = Random(seed: seed)
        let series = (0..<windows).map { window in
            var truth = [Float](repeating: 0, count: steps)
            for _ in 0..<1 + Int(random.next() * 4) {
                let start = Int(random.next() * Double(steps - 21))
                let watts = Float(500 + Int(random.next() * 1000))
                for step in start..<min(start + 5 + Int(random.next() * 25), steps) { truth[step] = watts }
            }
            let aggregate = (0..<steps).map { step -> Float in
                let share = Double(step) / Double(steps)
                return truth[step] + Float(200 * share + 50 * random.noise() + 200 * max(0, sin(20 * share)))
            }
            return PredictionSeries(
                appliance: "pulses", house: "synthetic", start: 2 * window * steps, periodS: 1, aggregateW: aggregate,
                truthW: truth, predictionW: predicted(truth, &random))
        }
        let shown = [
            ShownWindow(
                id: "pulses-best", appliance: "pulses", house: "synthetic", start: 0, steps: steps,
                rule: .lowest(among: WindowRule.Group(on: windows, of: windows)), maeW: 21.4)
        ]
        return contents(
            series: series, windows: shown, zone: nil, period: 1, layers: layers, heads: heads, keys: (512, 128),
            cells: (fineCells, coarseCells), random: &random)
    }

    /// A kettle and a fridge in London over days that hold the change to summer time, 6 s, with an hour missing.
    static func london(
        days: Int = 3, steps: Int = 512, layers: Int = 2, heads: Int = 2, cells: Int = 64, kettle: String = "kettle",
        hasTruth: Bool = true, seed: UInt64 = 2
    ) -> RunContents {
        var random = Random(seed: seed)
        // 30 March 2013 00:00 UTC, a day before clocks are put forward.
        let start = 1_364_601_600
        let perDay = 14_400
        var fridge = [Float](repeating: 0, count: days * perDay)
        var boiling = fridge
        var other = fridge
        for index in fridge.indices {
            fridge[index] = index % 600 < 220 ? Float(92 + 6 * random.noise()) : Float(1 + random.next())
            let evening = max(0, sin(2 * .pi * (Double(index % perDay) / Double(perDay) - 0.4)))
            other[index] = Float(180 + 900 * evening + 15 * random.noise())
        }
        for day in 0..<days {
            for hour in [6.7, 9.2, 12.5, 16, 18.3, 21.1] {
                let first = day * perDay + Int((hour + random.next() * 0.8) * 600)
                for index in first..<min(first + 22, boiling.count) {
                    boiling[index] = Float(2700 + 12 * random.noise())
                }
            }
        }
        let aggregate = fridge.indices.map { fridge[$0] + boiling[$0] + other[$0] }
        let gap = perDay + 3000..<perDay + 3600
        let series = [(kettle, boiling), ("fridge", fridge)].flatMap { name, truth in
            [0..<gap.lowerBound, gap.upperBound..<truth.count].map { range in
                let part = Array(truth[range])
                return PredictionSeries(
                    appliance: name, house: "2", start: start + 6 * range.lowerBound, periodS: 6,
                    aggregateW: Array(aggregate[range]), truthW: hasTruth ? part : nil,
                    predictionW: predicted(part, &random))
            }
        }
        func window(_ name: String, _ kind: String, _ first: Int, _ steps: Int, _ rule: WindowRule) -> ShownWindow {
            ShownWindow(
                id: "\(name)-\(kind)", appliance: name, house: "2", start: start + 6 * first, steps: steps, rule: rule,
                maeW: 38.24)
        }
        let group = WindowRule.Group(on: 202, of: 260)
        let shown = [
            window(kettle, "best", 6 * 600, steps, .lowest(among: group)),
            // London's clocks are put forward in the second day's first hours.
            window(kettle, "event", perDay + 400, steps, .first(among: group)),
            window("fridge", "median", 18 * 600, steps, .median(among: group)),
            window("fridge", "day", gap.upperBound, 4 * 3600, .highest(among: group)),
        ]
        return contents(
            series: series, windows: shown, zone: "Europe/London", period: 6, layers: layers, heads: heads,
            keys: (steps, steps / 4), cells: (cells, min(cells, steps / 4)), random: &random)
    }

    /// Scaled, smeared over neighbours, a little noisy, and sometimes below zero.
    private static func predicted(_ truth: [Float], _ random: inout Random) -> [Float] {
        truth.indices.map { index in
            let around = truth[max(index - 2, 0)...min(index + 2, truth.count - 1)]
            return 0.9 * around.reduce(0, +) / Float(around.count) + Float(4 * random.noise())
        }
    }

    private static func contents(
        series: [PredictionSeries], windows: [ShownWindow], zone: String?, period: Int, layers: Int, heads: Int,
        keys: (fine: Int, coarse: Int), cells: (fine: Int, coarse: Int), random: inout Random
    ) -> RunContents {
        var maps: [AttentionMap] = []
        var tensors: [String: Safetensors.Tensor] = [:]
        for window in windows.prefix(1) {
            for layer in 0..<layers {
                for (scale, keys, cells) in [
                    (AttentionMap.Scale.fine, keys.fine, cells.fine), (.coarse, keys.coarse, cells.coarse),
                ] {
                    let name = "\(window.id).\(layer).\(scale.rawValue)"
                    maps.append(
                        AttentionMap(
                            appliance: window.appliance, window: window.id, layer: layer, scale: scale, tensor: name,
                            heads: heads, keys: keys, cells: cells, seconds: window.steps * period))
                    tensors[name] = weights(heads: heads, cells: cells, layer: layer, &random)
                }
            }
        }
        let names = series.reduce(into: [String]()) { if !$0.contains($1.appliance) { $0.append($1.appliance) } }
        let results = Results(
            run: RunSummary(
                id: "20261122T111003Z-a1b2c3", created: "2026-11-22T11:10:03Z", seed: 0, model: "seed",
                parameters: 1_187_457,
                data: DataSummary(
                    source: "test", sha256: "", periodS: period, timeZone: zone, files: [], parts: [])),
            appliances: names.enumerated().map { appliance($1, mae: 12.7 + 31 * Double($0)) },
            training: TrainingSummary(
                steps: 160, secondsPerStep: 0.4, peakRssBytes: 1 << 29, epochs: names.flatMap { epochs($0, &random) },
                best: names.map { BestEpoch(appliance: $0, epoch: 8, stopped: .completed(epochs: 12)) }),
            windows: windows, attention: maps, notices: [], gates: [])
        return RunContents(results: results, series: series, attention: tensors)
    }

    /// A diagonal, a column that all queries look at, and noise; rows add up to 1.
    private static func weights(
        heads: Int, cells: Int, layer: Int, _ random: inout Random
    ) -> Safetensors.Tensor {
        var values: [Float] = []
        values.reserveCapacity(heads * cells * cells)
        for head in 0..<heads {
            let width = 0.02 + 0.05 * Double(head)
            let sink = 0.2 + 0.15 * Double(layer)
            for query in 0..<cells {
                let row = (0..<cells).map { key in
                    let distance = Double(key - query) / Double(cells) / width
                    let away = (Double(key) / Double(cells) - sink) / 0.02
                    return 0.1 + 3 * exp(-distance * distance) + 2 * exp(-away * away) + 0.3 * random.next()
                }
                let sum = row.reduce(0, +)
                values += row.map { Float($0 / sum) }
            }
        }
        return Safetensors.Tensor(shape: [heads, cells, cells], values: values)
    }

    static func appliance(_ name: String, mae: Double) -> ApplianceResult {
        func values(_ mae: Double) -> MetricValues {
            var values = MetricValues()
            values.set(.maeW, to: mae)
            return values
        }
        return ApplianceResult(
            name: name, onThresholdW: 2000, onThresholdSource: "", n: 1000, nOn: 20, metrics: values(mae),
            baselines: Baselines(zero: values(81.3), others: [.mean: values(112.8)]), skill: 1 - mae / 81.3)
    }

    private static func epochs(_ name: String, _ random: inout Random) -> [Epoch] {
        (1...12).map { epoch in
            let loss = 0.4 * exp(-0.35 * Double(epoch)) + 0.02 + 0.01 * random.next()
            return Epoch(
                appliance: name, epoch: epoch, trainLoss: loss, valLoss: loss * 1.15 + 0.004 * random.next(),
                valMaeW: 400 * loss, learningRate: 1e-3 * (1 - Double(epoch - 1) / 12), seconds: 9)
        }
    }
}
