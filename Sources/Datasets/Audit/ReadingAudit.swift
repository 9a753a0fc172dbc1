import Foundation
import Runs

/// What is found in one meter's readings in one pass, in memory that does not grow with them.
///
/// A reading holds until the next one, if that is no later than the gap limit, which is never shorter than the meter's own
/// sampling; beyond it there is a gap, of which nothing is known. Means are over the time for which a reading holds, so that a meter that is read more often at some
/// hours is not biased by them. Readings beyond the meter's range are counted and left out, as preparation does it.
package struct ReadingAudit: ReadingSink {
    /// Seconds: readings that are further apart have a gap between them.
    package let gapLimit: Int
    /// Readings of the days asked for, without those beyond the range.
    package private(set) var readings = 0
    /// Readings beyond the range, and the one furthest from zero, watts.
    package private(set) var glitches = 0
    package private(set) var largestGlitch = 0.0
    /// Unix seconds of the first and last reading; nil without one.
    package private(set) var span: ClosedRange<Int>?
    /// Seconds for which a reading holds.
    package private(set) var coveredSeconds = 0
    package private(set) var wattSeconds = 0.0
    /// Watts; infinite without a reading.
    package private(set) var minimum = Double.infinity
    package private(set) var maximum = -Double.infinity
    package private(set) var gaps = LongestGaps()
    /// nil where there is no clock.
    package private(set) var hours: HourlyPower?
    /// nil for the whole house, which is never on or off.
    package private(set) var uses: ActivationCounter?

    private let limit: Double
    private let days: Range<Int>
    private var counter: GridResampler<CountedRows>
    private var lastTime = 0
    private var lastPower = 0.0

    var period: Int { counter.period }

    /// `kind`: the appliance; nil for the whole house. `zone`: that of the typical day; nil where there is no clock.
    init(of kind: ApplianceKind?, on grid: Grid, _ sampling: Sampling? = nil, zone: TimeZone?) {
        gapLimit = max(grid.preparation.fillLimit(of: sampling), sampling?.due ?? 0)
        limit = kind == nil ? grid.preparation.aggregateLimitW : grid.preparation.applianceLimitW
        days = grid.days
        hours = zone.map { HourlyPower(zone: $0) }
        uses = kind.map { ActivationCounter(of: $0) }
        counter = grid.counter(isAggregate: kind == nil, sampling)
    }

    mutating func add(time: Int, power: Double) {
        counter.add(time: time, power: power)
        guard days.contains(time) else { return }
        guard abs(power) <= limit else {
            glitches += 1
            if abs(power) > abs(largestGlitch) { largestGlitch = power }
            return
        }
        let isAfterGap: Bool
        if let span {
            let interval = time - lastTime
            isAfterGap = interval > gapLimit
            if isAfterGap { gaps.add(start: lastTime, seconds: interval) } else { hold(for: interval) }
            self.span = span.lowerBound...time
        } else {
            isAfterGap = true
            span = time...time
        }
        uses?.add(time: time, power: power, isAfterGap: isAfterGap)
        readings += 1
        minimum = min(minimum, power)
        maximum = max(maximum, power)
        (lastTime, lastPower) = (time, power)
    }

    /// No reading follows.
    mutating func finish() {
        counter.finish()
        uses?.finish()
    }

    /// How far readings are apart, those of other days too.
    package var intervals: IntervalCounts { counter.intervals }

    /// What preparation makes of the readings on the grid, on the meter's own span; after ``finish()``.
    package var rows: CountedRows { counter.rows }

    /// Rows in which the meter of a whole house is stuck, and how many spans they form; after ``finish()``.
    package var stuck: (rows: Int, spans: Int) {
        let cells = (counter.stuck?.cells(period: period) ?? []).map { $0.clamped(to: counter.bounds) }.filter {
            !$0.isEmpty
        }
        return (cells.reduce(0) { $0 + $1.count }, cells.count)
    }

    private mutating func hold(for interval: Int) {
        coveredSeconds += interval
        wattSeconds += lastPower * Double(interval)
        hours?.add(time: lastTime, power: lastPower, seconds: interval)
    }
}
