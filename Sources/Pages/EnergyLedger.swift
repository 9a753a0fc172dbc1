import Plots
import Runs
import Support

/// Energy of predictions added up per appliance and house, and per day.
struct EnergyLedger {
    struct Entry: Equatable {
        /// nil for everything else.
        var appliance: String?
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
            for parts in series.byMeter { add(total: parts.map(Self.entry)) }
            return
        }
        for parts in series.byMeter {
            let meter = parts[0].meter
            let entries = DailyEnergy(parts, clock: clock, scores: scores(meter.appliance)).days.map { day in
                Entry(
                    appliance: meter.appliance, house: meter.house, day: day.date, seconds: day.seconds,
                    aggregateKWh: day.aggregateKWh, truthKWh: day.truthKWh, predictionKWh: day.predictionKWh)
            }
            days += entries
            add(total: entries)
        }
    }

    /// One entry a house: what is left of the aggregate without the appliances. A house whose appliances were not all
    /// scored on the same samples has none: the differences would be of different times.
    var rests: [Entry] {
        let ofHouse = Dictionary(grouping: totals, by: \.house)
        var seen: Set<String> = []
        let houses = totals.map(\.house).filter { seen.insert($0).inserted }
        return houses.compactMap { house in
            guard let entries = ofHouse[house], let first = entries.first,
                entries.allSatisfy({
                    $0.seconds == first.seconds && abs($0.aggregateKWh - first.aggregateKWh) < 1e-6
                })
            else { return nil }
            var rest = first
            rest.appliance = nil
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

    /// Adds a total of entries of one appliance and house; one part without truth leaves the whole without.
    private mutating func add(total entries: [Entry]) {
        guard var total = entries.first else { return }
        total.day = nil
        for entry in entries.dropFirst() {
            total.seconds += entry.seconds
            total.aggregateKWh += entry.aggregateKWh
            total.predictionKWh += entry.predictionKWh
            if let sum = total.truthKWh, let more = entry.truthKWh {
                total.truthKWh = sum + more
            } else {
                total.truthKWh = nil
            }
        }
        totals.append(total)
    }
}
