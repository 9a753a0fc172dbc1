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
                let perSample = Double(part.periodS) / 3.6e6
                day.predictionKWh += Self.sum(part.predictionW, first..<last) * perSample
                if hasTruth, let truth = part.truthW {
                    day.truthKWh = (day.truthKWh ?? 0) + Self.sum(truth, first..<last) * perSample
                }
                day.coverage += Double((last - first) * part.periodS) / Double(end - start)
                days[date] = day
                first = last
            }
        }
        self.days = days.values.sorted { $0.date < $1.date }
    }

    /// In Double, without a copy of the samples.
    private static func sum(_ values: [Float], _ range: Range<Int>) -> Double {
        values.withUnsafeBufferPointer { buffer in
            buffer[range].reduce(0.0) { $0 + Double($1) }
        }
    }
}
