import Figures
import Plotting
import Runs

/// Energy of predictions added up per appliance and house, and per day.
struct EnergyLedger {
    struct Entry: Equatable {
        var appliance: String
        var house: String
        /// nil in the totals.
        var day: CivilDate?
        /// Seconds of samples that were added.
        var seconds = 0
        var aggregateKWh = 0.0
        /// nil for a meter without ground truth.
        var truthKWh: Double?
        var predictionKWh = 0.0
    }

    /// One entry an appliance and house, in the order of the series.
    var totals: [Entry] = []
    /// One entry a day, appliance and house; empty where the data have no clock.
    var days: [Entry] = []

    /// Energy is Σ power x period: each sample's power is held for one period. A sample belongs to the local day of its
    /// first second. `series` have powers as they are scored; `scores` says an appliance's days as results.json has them.
    /// Totals are those of the days where there are days.
    init(of series: [PredictionSeries], clock: LocalClock?, scores: (_ appliance: String) -> [DayScore] = { _ in [] }) {
        guard let clock else {
            for part in series { Self.add(Self.entry(part), to: &totals) }
            return
        }
        var keys: [[String]] = []
        for part in series where !keys.contains([part.appliance, part.house]) {
            keys.append([part.appliance, part.house])
        }
        for key in keys {
            let parts = series.filter { $0.appliance == key[0] && $0.house == key[1] }
            for day in DailyEnergy(parts, clock: clock, scores: scores(key[0])).days {
                var entry = Entry(
                    appliance: key[0], house: key[1], day: day.date, seconds: day.seconds,
                    aggregateKWh: day.aggregateKWh, truthKWh: day.truthKWh, predictionKWh: day.predictionKWh)
                days.append(entry)
                entry.day = nil
                Self.add(entry, to: &totals)
            }
        }
    }

    /// One entry a house: what is left of the aggregate without the appliances. A house whose appliances were not all
    /// scored on the same samples has none: the differences would be of different times.
    var rests: [Entry] {
        var houses: [String] = []
        for entry in totals where !houses.contains(entry.house) { houses.append(entry.house) }
        return houses.compactMap { house in
            let entries = totals.filter { $0.house == house }
            guard let first = entries.first,
                entries.allSatisfy({
                    $0.seconds == first.seconds && abs($0.aggregateKWh - first.aggregateKWh) < 1e-6
                })
            else { return nil }
            var rest = first
            rest.appliance = "everything else"
            rest.truthKWh = entries.reduce(Optional(first.aggregateKWh)) { sum, entry in
                sum.flatMap { sum in entry.truthKWh.map { sum - $0 } }
            }
            rest.predictionKWh = first.aggregateKWh - entries.reduce(0) { $0 + $1.predictionKWh }
            return rest
        }
    }

    private static func entry(_ part: PredictionSeries) -> Entry {
        func kWh(_ watts: [Float]) -> Double {
            watts.reduce(0.0) { $0 + Double($1) } * Double(part.periodS) / 3_600_000
        }
        return Entry(
            appliance: part.appliance, house: part.house, seconds: part.predictionW.count * part.periodS,
            aggregateKWh: kWh(part.aggregateW), truthKWh: part.truthW.map(kWh), predictionKWh: kWh(part.predictionW))
    }

    /// Adds to the entry of the same appliance and house; one part without truth leaves the whole without.
    private static func add(_ entry: Entry, to entries: inout [Entry]) {
        let index = entries.lastIndex { $0.appliance == entry.appliance && $0.house == entry.house }
        guard let index else {
            entries.append(entry)
            return
        }
        entries[index].seconds += entry.seconds
        entries[index].aggregateKWh += entry.aggregateKWh
        entries[index].predictionKWh += entry.predictionKWh
        if let sum = entries[index].truthKWh, let more = entry.truthKWh {
            entries[index].truthKWh = sum + more
        } else {
            entries[index].truthKWh = nil
        }
    }
}
