import Runs
import Support
import TestSupport

/// Results made by hand.
enum Sample {
    /// Appliances with an MAE, or without, in the order of their names.
    static func results(_ maes: [String: Double?]) -> Results {
        results(
            of: maes.sorted { $0.key < $1.key }.map { name, mae in
                var metrics = MetricValues()
                for metric in Metric.allCases { metrics.setUndefined(metric, because: .noEnergy) }
                if let mae { metrics.set(.maeW, to: mae) }
                return appliance(name, metrics, blocks: nil)
            })
    }

    /// A kettle of which each day has the errors given, watts, over `samples` samples of which a tenth is on.
    static func kettle(errors: [Double], samples: Int = 1000, missed: Int = 0, kind: BlockScores.Kind = .day) -> Results
    {
        let on = samples / 10
        let blocks = errors.enumerated().map { day, error in
            BlockScore(
                house: "house_1", start: day * 86_400, n: samples, absoluteErrorW: error * Double(samples),
                squaredErrorW2: error * error * Double(samples), truthW: 2000 * Double(on),
                predictionW: 2000 * Double(on), onAsOn: on - missed, onAsOff: missed, offAsOn: 0)
        }
        var metrics = MetricValues()
        for metric in Metric.allCases { metrics.setUndefined(metric, because: .noEnergy) }
        let mean = errors.reduce(0, +) / Double(max(errors.count, 1))
        metrics.set(.maeW, to: mean)
        metrics.set(.f1, to: 2 * Double(on - missed) / Double(2 * (on - missed) + missed))
        return results(of: [appliance("kettle", metrics, blocks: BlockScores(kind: kind, scores: blocks))])
    }

    /// Errors of `days` days around a mean, each day another.
    static func errors(_ days: Int, mean: Double, spread: Double, seed: UInt64) -> [Double] {
        var random = SplitMix64(seed: seed)
        return (0..<days).map { _ in max(0, mean + spread * random.normal()) }
    }

    private static func appliance(
        _ name: String, _ metrics: MetricValues, blocks: BlockScores?
    ) -> ApplianceResult {
        var zero = MetricValues()
        zero.set(.maeW, to: 0)
        return ApplianceResult(
            name: name, onThresholdW: 2000, onThresholdSource: "the test", n: 1000, nOn: 100, metrics: metrics,
            baselines: Baselines(zero: zero), skill: nil, blocks: blocks)
    }

    private static func results(of appliances: [ApplianceResult]) -> Results {
        Results(
            run: RunSummary(
                id: "a", created: "2026-11-22T11:10:03Z", seed: 0, model: "nilm", parameters: 1,
                data: DataSummary(
                    source: "test", sha256: "0123456789abcdef", periodS: 6, timeZone: nil, files: [], parts: [])),
            appliances: appliances, training: nil, windows: [], attention: [], notices: [], gates: [])
    }
}
