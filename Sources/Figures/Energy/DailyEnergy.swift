import Plotting
import Runs

/// Energy of an appliance in a house by local day, over the samples that were scored.
struct DailyEnergy {
    struct Day {
        var date: CivilDate
        var truthKWh: Double?
        var predictionKWh: Double
        /// Scored seconds over the day's, 23 and 25 hours long where clocks change.
        var coverage: Double

        /// A day whose samples miss not even a quarter of an hour.
        var isComplete: Bool { coverage > 0.99 }
    }

    /// Days that have samples, in order.
    let days: [Day]

    /// `series`: parts of one appliance in one house. Truth counts only if all of them have it.
    init(_ series: [PredictionSeries], clock: LocalClock) {
        var days: [CivilDate: Day] = [:]
        let hasTruth = series.allSatisfy { $0.truthW != nil }
        for part in series {
            var first = 0
            while first < part.predictionW.count {
                let moment = part.start + first * part.periodS
                let date = clock.date(at: moment)
                let start = clock.start(of: date)
                let end = clock.start(of: CivilDate(daysSince1970: date.daysSince1970 + 1))
                // The samples of the day: those before its end.
                let steps = (end - moment + part.periodS - 1) / part.periodS
                let last = min(first + max(steps, 1), part.predictionW.count)
                var day =
                    days[date]
                    ?? Day(
                        date: date, truthKWh: hasTruth ? 0 : nil, predictionKWh: 0, coverage: 0)
                let sums = Self.sums(part, first..<last, withTruth: hasTruth)
                let perSample = Double(part.periodS) / 3.6e6
                day.predictionKWh += sums.predictionW * perSample
                day.truthKWh = day.truthKWh.map { $0 + sums.truthW * perSample }
                day.coverage += Double(sums.samples * part.periodS) / Double(end - start)
                days[date] = day
                first = last
            }
        }
        self.days = days.values.sorted { $0.date < $1.date }
    }

    /// Over the samples that are finite in both, so that truth and prediction stay comparable; in Double, without a copy
    /// of the samples.
    private static func sums(
        _ part: PredictionSeries, _ range: Range<Int>, withTruth: Bool
    ) -> (truthW: Double, predictionW: Double, samples: Int) {
        part.predictionW.withUnsafeBufferPointer { predictions in
            guard withTruth, let truth = part.truthW else {
                let finite = predictions[range].lazy.filter(\.isFinite)
                return (0, finite.reduce(0.0) { $0 + Double($1) }, finite.count)
            }
            return truth.withUnsafeBufferPointer { truth in
                var sums = (truthW: 0.0, predictionW: 0.0, samples: 0)
                for index in range where truth[index].isFinite && predictions[index].isFinite {
                    sums.truthW += Double(truth[index])
                    sums.predictionW += Double(predictions[index])
                    sums.samples += 1
                }
                return sums
            }
        }
    }
}
