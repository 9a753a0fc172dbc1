import Runs
import Support

/// Energy of an appliance in a house by local day, over the samples that were scored: what figures and tables of a page
/// say of days.
///
/// True and predicted energies are those of results.json where it has them, so that a day's energy is worked out once.
/// Each power is held for one period, and a sample belongs to the local day of its first second.
package struct DailyEnergy {
    package struct Day {
        package var date: CivilDate
        /// Seconds of the samples.
        package var seconds = 0
        package var aggregateKWh = 0.0
        package var truthKWh: Double?
        package var predictionKWh: Double
        /// Scored seconds over the day's, 23 and 25 hours long where clocks change.
        var coverage: Double

        /// A day whose samples miss not even a quarter of an hour.
        var isComplete: Bool { coverage > 0.99 }
    }

    /// Days that have samples, in order.
    package let days: [Day]

    /// `series`: parts of one appliance in one house, with powers as they are scored. Truth counts only if all of them
    /// have it. `scores` are the appliance's days in results.json; empty if it has none.
    package init(_ series: [PredictionSeries], clock: LocalClock, scores: [DayScore] = []) {
        var days: [CivilDate: Day] = [:]
        let hasTruth = series.allSatisfy { $0.truthW != nil }
        for part in series {
            var first = 0
            while first < part.predictionW.count {
                let moment = part.start + first * part.periodS
                let date = clock.date(at: moment)
                let start = clock.start(of: date)
                let end = clock.start(of: date.next)
                // The samples of the day: those before its end.
                let steps = (end - moment + part.periodS - 1) / part.periodS
                let last = min(first + max(steps, 1), part.predictionW.count)
                var day =
                    days[date]
                    ?? Day(
                        date: date, truthKWh: hasTruth ? 0 : nil, predictionKWh: 0, coverage: 0)
                let sums = Self.sums(part, first..<last, withTruth: hasTruth)
                let perSample = Double(part.periodS) / 3.6e6
                day.seconds += sums.samples * part.periodS
                day.aggregateKWh += sums.aggregateW * perSample
                day.predictionKWh += sums.predictionW * perSample
                day.truthKWh = day.truthKWh.map { $0 + sums.truthW * perSample }
                day.coverage += Double(sums.samples * part.periodS) / Double(end - start)
                days[date] = day
                first = last
            }
        }
        for score in scores where score.house == series.first?.house {
            guard let date = CivilDate(iso: score.date), var day = days[date] else { continue }
            if hasTruth { day.truthKWh = score.truthKwh }
            day.predictionKWh = score.predictionKwh
            days[date] = day
        }
        self.days = days.values.sorted { $0.date < $1.date }
    }

    /// Over the samples that are finite in both, so that truth and prediction stay comparable; in Double, without a copy
    /// of the samples.
    private static func sums(
        _ part: PredictionSeries, _ range: Range<Int>, withTruth: Bool
    ) -> (aggregateW: Double, truthW: Double, predictionW: Double, samples: Int) {
        part.predictionW.withUnsafeBufferPointer { predictions in
            part.aggregateW.withUnsafeBufferPointer { aggregate in
                var sums = (aggregateW: 0.0, truthW: 0.0, predictionW: 0.0, samples: 0)
                guard withTruth, let truth = part.truthW else {
                    for index in range where predictions[index].isFinite {
                        sums.aggregateW += Double(aggregate[index])
                        sums.predictionW += Double(predictions[index])
                        sums.samples += 1
                    }
                    return sums
                }
                return truth.withUnsafeBufferPointer { truth in
                    for index in range where truth[index].isFinite && predictions[index].isFinite {
                        sums.aggregateW += Double(aggregate[index])
                        sums.truthW += Double(truth[index])
                        sums.predictionW += Double(predictions[index])
                        sums.samples += 1
                    }
                    return sums
                }
            }
        }
    }
}
