/// The regular grid that meters are put on, and what is done to their readings on the way.
package struct Grid: Sendable {
    /// Seconds between rows, which are at multiples of it in Unix time.
    package var period: Int
    /// The days asked for, Unix seconds.
    package var days: Range<Int>
    package var preparation: Preparation

    /// Every day there is, unless `days` says otherwise.
    package init(period: Int, days: Range<Int> = 0..<ReadingLine.latestSecond, preparation: Preparation) {
        self.period = period
        self.days = days
        self.preparation = preparation
    }

    /// The cells that begin in the days asked for.
    var cells: Range<Int> {
        (days.lowerBound + period - 1) / period..<(days.upperBound + period - 1) / period
    }

    /// For one meter; `isAggregate` tells which limit its readings have.
    func resampler(isAggregate: Bool) -> Resampler {
        Resampler(
            period: period, fillLimit: preparation.fillLimit, bounds: cells,
            limit: isAggregate ? preparation.aggregateLimit : preparation.applianceLimit)
    }
}
