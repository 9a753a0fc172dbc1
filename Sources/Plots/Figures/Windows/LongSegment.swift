import Runs
import Support

/// A local day or week of one appliance in one house, on one grid: NaN where samples are missing.
struct LongSegment {
    enum Kind: String { case day, week }

    let kind: Kind
    /// How it was chosen, with its rank.
    let rule: Text
    let rows: PredictionSeries
    /// Over the samples that have truth and prediction; nil without truth.
    let maeW: Double?

    /// Local days with samples of one house.
    private struct Day {
        var house: String
        var date: CivilDate
        var samples = 0
        var absoluteW = 0.0
        var hasTruth = true
        var isOn = false
        /// Scored seconds over the day's.
        var coverage = 0.0

        var isWhole: Bool { coverage > 0.99 }
        var maeW: Double { absoluteW / Double(max(samples, 1)) }
    }

    /// The day, or why there is none: the median by error of the whole days on which the appliance is on, so that it is
    /// neither the best nor the worst that could be shown.
    static func day(
        of series: [PredictionSeries], onThresholdW: Double, clock: LocalClock
    ) -> Result<LongSegment, Absence> {
        let days = days(of: series, onThresholdW: onThresholdW, clock: clock)
        let whole = days.filter(\.isWhole)
        guard !whole.isEmpty else {
            return .failure(Absence(reason: .noWholeDay(days: days.count)))
        }
        let on = whole.filter(\.isOn)
        let ranked = (on.isEmpty ? whole : on).sorted {
            ($0.maeW, $0.house, $0.date.daysSince1970) < ($1.maeW, $1.house, $1.date.daysSince1970)
        }
        let rank = (ranked.count - 1) / 2
        let group =
            on.isEmpty
            ? Text(
                "\(whole.count) whole days (the appliance is on in none)",
                es: "\(whole.count) días enteros (el aparato no se enciende en ninguno)")
            : Text(
                "\(on.count) whole days with the appliance on (\(days.count) days in all)",
                es: "\(on.count) días enteros con el aparato encendido (\(days.count) días en total)")
        let chosen = on.isEmpty && !whole[0].hasTruth ? whole[0] : ranked[rank]
        let rule =
            chosen.hasTruth
            ? Text("a whole day, the median by MAE of \(group)", es: "un día entero, la mediana por MAE de \(group)")
            : Text("the first of \(whole.count) whole days", es: "el primero de \(whole.count) días enteros")
        return .success(
            LongSegment(.day, rule, series, house: chosen.house, from: chosen.date, days: 1, clock: clock))
    }

    /// Seven days in a row, or why there are not even two: those of which the fewest samples are missing.
    static func week(of series: [PredictionSeries], clock: LocalClock) -> Result<LongSegment, Absence> {
        let days = days(of: series, onThresholdW: .infinity, clock: clock)
        var best: (house: String, first: CivilDate, count: Int, coverage: Double)?
        for (house, ofHouse) in Dictionary(grouping: days, by: \.house).sorted(by: { $0.key < $1.key }) {
            let dates = ofHouse.map(\.date.daysSince1970)
            let (first, last) = (dates[0], dates[dates.count - 1])
            // Between these a week's days are the same: a house may have two days, a thousand years apart.
            let starts = Set([first] + dates.flatMap { [$0 - 6, $0 + 1] }).filter {
                (first...max(first, last - 6)).contains($0)
            }
            var next = 0
            for start in starts.sorted() {
                while dates[next] < start { next += 1 }
                let coverage = zip(dates[next...], ofHouse.dropFirst(next)).prefix { $0.0 < start + 7 }
                    .reduce(0) { $0 + $1.1.coverage }
                // A hundredth of a day more is no reason to prefer a later week.
                if coverage > (best?.coverage ?? 0) + 0.01 {
                    best = (house, CivilDate(daysSince1970: start), min(7, last - start + 1), coverage)
                }
            }
        }
        guard let best, best.count > 1 else {
            return .failure(Absence(reason: .noWeek))
        }
        let rule =
            best.count == 7
            ? Text(
                "a week, the first with the fewest samples missing",
                es: "una semana, la primera con menos muestras ausentes")
            : Text(
                "all \(best.count) days of the test part, which is shorter than a week",
                es: "los \(best.count) días de la parte de prueba, más corta que una semana")
        return .success(
            LongSegment(.week, rule, series, house: best.house, from: best.first, days: best.count, clock: clock))
    }

    struct Absence: Error, Equatable {
        var reason: AbsenceMessage
    }

    /// Joins the parts of `house` from a date on. The series holds a sample of it at least.
    private init(
        _ kind: Kind, _ rule: Text, _ series: [PredictionSeries], house: String, from date: CivilDate, days: Int,
        clock: LocalClock
    ) {
        self.kind = kind
        self.rule = rule
        let parts = series.filter { $0.house == house }
        let start = clock.start(of: date)
        let end = clock.start(of: CivilDate(daysSince1970: date.daysSince1970 + days))
        let period = parts[0].periodS
        // The first sample at or after midnight of the grid that the parts are on.
        let phase = ((parts[0].start - start) % period + period) % period
        let count = max((end - start - phase + period - 1) / period, 1)
        var rows = PredictionSeries(
            appliance: parts[0].appliance, house: house, start: start + phase, periodS: period,
            aggregateW: [Float](repeating: .nan, count: count),
            truthW: parts.allSatisfy { $0.truthW != nil } ? [Float](repeating: .nan, count: count) : nil,
            predictionW: [Float](repeating: .nan, count: count))
        var (absoluteW, samples) = (0.0, 0)
        for part in parts {
            for index in part.predictionW.indices {
                let offset = part.start + index * period - rows.start
                guard offset >= 0, offset / period < count else { continue }
                rows.aggregateW[offset / period] = part.aggregateW[index]
                rows.predictionW[offset / period] = part.predictionW[index]
                guard let truth = part.truthW?[index], rows.truthW != nil else { continue }
                rows.truthW?[offset / period] = truth
                let error = abs(part.predictionW[index] - truth)
                guard error.isFinite else { continue }
                absoluteW += Double(error)
                samples += 1
            }
        }
        self.rows = rows
        maeW = samples > 0 ? absoluteW / Double(samples) : nil
    }

    private static func days(
        of series: [PredictionSeries], onThresholdW: Double, clock: LocalClock
    ) -> [Day] {
        struct Key: Hashable {
            let house: String
            let day: Int
        }
        var days: [Key: Day] = [:]
        for part in series {
            var first = 0
            while first < part.predictionW.count {
                let moment = part.start + first * part.periodS
                let date = clock.date(at: moment)
                let start = clock.start(of: date)
                let end = clock.start(of: date.next)
                let last = min(
                    first + max((end - moment + part.periodS - 1) / part.periodS, 1), part.predictionW.count)
                let key = Key(house: part.house, day: date.daysSince1970)
                var day = days[key] ?? Day(house: part.house, date: date)
                if let truth = part.truthW {
                    for index in first..<last {
                        let error = abs(part.predictionW[index] - truth[index])
                        if error.isFinite { day.absoluteW += Double(error) }
                        day.isOn = day.isOn || Double(truth[index]) >= onThresholdW
                    }
                } else {
                    day.hasTruth = false
                }
                day.samples += last - first
                day.coverage += Double((last - first) * part.periodS) / Double(end - start)
                days[key] = day
                first = last
            }
        }
        return days.values.sorted { ($0.house, $0.date.daysSince1970) < ($1.house, $1.date.daysSince1970) }
    }
}
