import Runs

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

    /// For one meter; `isAggregate` tells which limit its readings have. One that is stuck is looked for among the whole
    /// house's: of several that are added up, each may have its reasons to stay as it is, and their sum is looked at.
    func resampler(isAggregate: Bool, _ sampling: Sampling?) -> Resampler {
        resampler(isAggregate: isAggregate, sampling, into: StoredRows())
    }

    /// One that counts its rows.
    func counter(isAggregate: Bool, _ sampling: Sampling?) -> GridResampler<CountedRows> {
        resampler(isAggregate: isAggregate, sampling, into: CountedRows())
    }

    private func resampler<Rows: GridRows>(
        isAggregate: Bool, _ sampling: Sampling?, into rows: Rows
    ) -> GridResampler<Rows> {
        GridResampler(
            period: period, fillLimit: preparation.fillLimit(of: sampling), bounds: cells,
            limit: isAggregate ? preparation.aggregateLimitW : preparation.applianceLimitW, sampling: sampling,
            stuck: isAggregate ? preparation.stuckLimitS.map { StuckSpans(limit: $0) } : nil, into: rows)
    }
}
