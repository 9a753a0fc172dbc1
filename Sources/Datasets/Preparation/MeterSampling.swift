import Support

/// A meter of a house with its sampling, for the choice of a period.
package struct MeterSampling: Equatable, Sendable {
    /// `house_1`.
    package var house: String
    /// `aggregate`, or the appliance's canonical name.
    package var meter: String
    /// `channel_5.dat`, `column Kettle`.
    package var source: String
    /// nil where it can't be told.
    package var sampling: Sampling?
}

extension [MeterSampling] {
    /// Those of one house's meters by where their readings stand.
    var bySource: [String: MeterSampling] {
        Dictionary(map { ($0.source, $0) }) { first, _ in first }
    }

    /// Seconds between rows that every meter has readings for: the period of the one that is read most seldom, rounded up
    /// to a divisor of an hour.
    func period() throws(DatasetError) -> Int {
        var coarsest = 1
        for meter in self {
            guard let period = meter.sampling?.period else { continue }
            guard period <= 3600 else { throw .readTooSeldom(meter, interval: period) }
            coarsest = Swift.max(coarsest, period)
        }
        return (coarsest...3600).first { 3600 % $0 == 0 } ?? 3600
    }

    /// Refuses rows that would only repeat readings: a period below half the sampling of a meter that is read evenly.
    func check(period: Int) throws(DatasetError) {
        for meter in self {
            guard let sampling = meter.sampling, !sampling.isEventDriven, 2 * period < sampling.interval else {
                continue
            }
            throw .periodTooFine(period, meter, interval: sampling.interval)
        }
    }
}

extension HouseReader {
    /// The grid that a request asks for: on the meters' own period where it names none, with the data set's own preparation
    /// where it says nothing; and how often the meters are read that stand on it. `houses` has the appliances that are read
    /// of each.
    func grid(
        _ request: DatasetRequest, houses: [(house: HouseName, appliances: [String])]
    ) throws(DatasetError) -> (grid: Grid, sampling: [HouseName: [MeterSampling]]) {
        if let period = request.period, !(1...86400).contains(period) { throw .period(period) }
        let days = try Grid.days(request, clock)
        var sampling: [HouseName: [MeterSampling]] = [:]
        var all: [MeterSampling] = []
        for (house, appliances) in houses {
            do throws(DatasetError) {
                let own = try self.sampling(house: house, appliances: appliances, days: days)
                sampling[house] = own
                all += own
            } catch {
                // Whoever reads the house says why it can't be read.
                continue
            }
        }
        let period: Int
        if let asked = request.period { period = asked } else { period = try all.period() }
        try all.check(period: period)
        return (Grid(period: period, days: days, preparation: request.preparation.over(preparation)), sampling)
    }
}
