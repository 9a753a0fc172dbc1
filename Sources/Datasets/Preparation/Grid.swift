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
    func resampler(isAggregate: Bool) -> Resampler { resampler(isAggregate: isAggregate, into: StoredRows()) }

    /// One that counts its rows.
    func counter(isAggregate: Bool) -> GridResampler<CountedRows> {
        resampler(isAggregate: isAggregate, into: CountedRows(stuckLimit: isAggregate ? stuckRows : nil))
    }

    /// From how many rows on an aggregate that stays the same is stuck; nil: never.
    ///
    /// At least three rows: of a long period's means, two may be the same by chance.
    var stuckRows: Int? { preparation.stuckLimit.map { max(3, $0 / period + 1) } }

    private func resampler<Rows: GridRows>(isAggregate: Bool, into rows: Rows) -> GridResampler<Rows> {
        GridResampler(
            period: period, fillLimit: preparation.fillLimit, bounds: cells,
            limit: isAggregate ? preparation.aggregateLimit : preparation.applianceLimit, into: rows)
    }
}
