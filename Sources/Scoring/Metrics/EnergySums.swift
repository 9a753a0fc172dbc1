import Runs
import Support

/// Errors and energies by local hour of the day, and by local day and house.
struct EnergySums {
    private struct Sums {
        var count = 0
        var absolute = 0.0
        var truth = 0.0
        var prediction = 0.0
    }

    private struct HouseDay: Hashable {
        var house: String
        var day: Int
    }

    /// nil where the data have no clock.
    private let clock: LocalClock?
    private let periodS: Int
    private var hours = [Sums](repeating: Sums(), count: 24)
    private var days: [HouseDay: Sums] = [:]

    init(clock: LocalClock?, periodS: Int) {
        self.clock = clock
        self.periodS = periodS
    }

    /// Adds consecutive samples of one house, watts, from `start` in Unix seconds.
    mutating func add(truth: [Double], prediction: [Double], house: String, start: Int) {
        guard let clock else { return }
        for piece in clock.hours(start: start, periodS: periodS, count: truth.count) {
            var sums = Sums()
            for index in piece.samples {
                sums.absolute += abs(prediction[index] - truth[index])
                sums.truth += truth[index]
                sums.prediction += prediction[index]
            }
            sums.count = piece.samples.count
            EnergySums.add(sums, to: &hours[piece.hour])
            EnergySums.add(sums, to: &days[HouseDay(house: house, day: piece.day), default: Sums()])
        }
    }

    private static func add(_ part: Sums, to sums: inout Sums) {
        sums.count += part.count
        sums.absolute += part.absolute
        sums.truth += part.truth
        sums.prediction += part.prediction
    }

    /// Sets the error of the energy of a day: Σ over days of |predicted - true energy| / scored days, where a day of
    /// which only a part was scored counts as that part in both.
    func set(in values: inout MetricValues) {
        guard clock != nil else {
            values.setUndefined(.dailyEnergyMaeKwh, because: .noClock)
            return
        }
        // In the days' order: a dictionary's own differs between runs, and with it the last digit.
        let errors = sortedDays.reduce(0) { $0 + abs($1.sums.prediction - $1.sums.truth) }
        let samples = days.values.reduce(0) { $0 + $1.count }
        values.set(.dailyEnergyMaeKwh, to: kWh(errors) / (Double(samples * periodS) / 86_400))
    }

    /// All 24; nil where the data have no clock.
    var byHour: [HourScore]? {
        guard clock != nil else { return nil }
        return hours.enumerated().map { hour, sums in
            HourScore(
                hour: hour, n: sums.count, maeW: sums.count > 0 ? sums.absolute / Double(sums.count) : nil,
                truthKwh: kWh(sums.truth), predictionKwh: kWh(sums.prediction))
        }
    }

    /// Days with a scored sample, by house, then in time order; nil where the data have no clock.
    var byDay: [DayScore]? {
        guard clock != nil else { return nil }
        return sortedDays.map { key, sums in
            DayScore(
                house: key.house, date: CivilDate(daysSince1970: key.day).iso, n: sums.count,
                maeW: sums.absolute / Double(sums.count), truthKwh: kWh(sums.truth),
                predictionKwh: kWh(sums.prediction))
        }
    }

    private var sortedDays: [(key: HouseDay, sums: Sums)] {
        days.map { (key: $0.key, sums: $0.value) }.sorted { ($0.key.house, $0.key.day) < ($1.key.house, $1.key.day) }
    }

    /// Of a sum of powers in watts, each held for one period.
    private func kWh(_ watts: Double) -> Double { watts * Double(periodS) / 3.6e6 }
}
