import Datasets
import Runs

/// What is found in the readings of one meter.
///
/// Means are over the time for which a reading holds: until the next one, if that is no later than the gap limit.
package struct MeterInspection: Codable, Equatable, Sendable {
    /// Rows that preparation makes of the readings, on the meter's own span.
    package struct Rows: Codable, Equatable, Sendable {
        package var rows: Int
        /// Those that take a reading from before them, those that stay without one, and those of an aggregate that is
        /// stuck, with the number of such spans.
        package var filled: Int
        package var missing: Int
        package var stuck: Int
        package var stuckSpans: Int
    }

    /// `aggregate`, or the name by which the appliance is asked for.
    package var name: String
    /// Where its readings stand: `channel_5.dat`, `column Appliance3`.
    package var source: String
    /// `active` (W), `apparent` (VA) or `unknown`.
    package var quantity: PowerQuantity
    /// Readings that are not beyond the meter's range, and those that are, with the one furthest from zero.
    package var readings: Int
    package var glitches: Int
    @Nullable package var largestGlitchW: Double?
    /// Unix seconds of the first and last reading.
    @Nullable package var first: Int?
    @Nullable package var last: Int?
    /// The median time between readings, and the share of intervals that differ from it by more than half of it.
    @Nullable package var samplingS: Int?
    @Nullable package var oddIntervals: Double?
    /// Seconds for which a reading holds, and their share of the span.
    package var coveredS: Int
    @Nullable package var coverage: Double?
    /// Seconds: longer times between readings are gaps.
    package var gapLimitS: Int
    package var gaps: Int
    package var gapsS: Int
    /// At most 1000, the longest first.
    package var longestGaps: [LongestGaps.Gap]
    @Nullable package var meanW: Double?
    @Nullable package var minimumW: Double?
    @Nullable package var maximumW: Double?
    @Nullable package var energyKwhPerDay: Double?
    /// Of an appliance: when it is on, uses in all and a covered day.
    @Nullable package var onThresholdW: Double?
    @Nullable package var minimumOnS: Int?
    @Nullable package var minimumOffS: Int?
    @Nullable package var uses: Int?
    @Nullable package var usesPerDay: Double?
    /// The length of an activation: half of them are not longer.
    @Nullable package var medianUseS: Int?
    /// How often its power reaches the threshold, and the share of the covered time for which it is over it.
    @Nullable package var rises: Int?
    @Nullable package var risesPerDay: Double?
    @Nullable package var onShare: Double?
    /// Its mean while it is over the threshold.
    @Nullable package var onMeanW: Double?
    /// Mean power by local hour of the day, watts; nil where there is no clock, null for an hour without a reading.
    @Nullable package var hourlyW: [Double?]?
    package var prepared: Rows
}

extension MeterInspection {
    private static let day = 86400.0

    init(_ meter: HouseAudit.Meter, _ readings: ReadingAudit) {
        name = meter.name
        source = meter.source
        quantity = meter.quantity
        self.readings = readings.readings
        glitches = readings.glitches
        largestGlitchW = readings.glitches > 0 ? readings.largestGlitch : nil
        first = readings.span?.lowerBound
        last = readings.span?.upperBound
        samplingS = readings.intervals.median
        oddIntervals = readings.intervals.oddShare
        coveredS = readings.coveredSeconds
        let seconds = readings.span.map { $0.upperBound - $0.lowerBound } ?? 0
        coverage = seconds > 0 ? Double(readings.coveredSeconds) / Double(seconds) : nil
        gapLimitS = readings.gapLimit
        gaps = readings.gaps.count
        gapsS = readings.gaps.seconds
        longestGaps = Array(readings.gaps.longest)
        let mean = readings.coveredSeconds > 0 ? readings.wattSeconds / Double(readings.coveredSeconds) : nil
        meanW = mean
        minimumW = readings.readings > 0 ? readings.minimum : nil
        maximumW = readings.readings > 0 ? readings.maximum : nil
        energyKwhPerDay = mean.map { $0 * Self.day / 3.6e6 }
        onThresholdW = readings.uses.map { Double($0.kind.onThreshold) }
        minimumOnS = readings.uses?.kind.minimumOn
        minimumOffS = readings.uses?.kind.minimumOff
        let covered = Double(readings.coveredSeconds)
        let perDay = { (count: Int?) in count.flatMap { covered > 0 ? Double($0) * Self.day / covered : nil } }
        uses = readings.uses?.count
        usesPerDay = perDay(readings.uses?.count)
        medianUseS = readings.uses?.medianLength
        rises = readings.uses?.rises
        risesPerDay = perDay(readings.uses?.rises)
        onShare = readings.uses.flatMap { uses in
            readings.coveredSeconds > 0 ? Double(uses.onSeconds) / Double(readings.coveredSeconds) : nil
        }
        onMeanW = readings.uses?.onMean
        hourlyW = readings.hours?.watts
        let (rows, stuck) = (readings.rows, readings.stuck)
        prepared = Rows(
            rows: rows.rows, filled: rows.filled, missing: rows.missing, stuck: stuck.rows, stuckSpans: stuck.spans)
    }
}
