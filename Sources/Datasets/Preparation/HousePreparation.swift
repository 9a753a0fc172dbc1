import Runs

/// What was done to one house's readings, step by step.
package struct HousePreparation: Equatable, Sendable {
    /// What the whole house's meter is called among the meters.
    package static let aggregateName = "aggregate"

    /// `house_1`.
    package var house: String
    /// Unix seconds of the first row and of the end of the last one.
    package var start: Int
    package var end: Int
    /// The aggregate's first.
    package var meters: [MeterPreparation]
    /// Rows whose aggregate stayed the same for longer than the limit, and in how many spans: they are missing now.
    package var stuckRows = 0
    package var stuckSpans = 0
    /// Rows where the aggregate is less than the sum of the appliances that were read; counted only.
    package var rowsBelowSum = 0
    /// What is counted in tables, where one line has the readings of several meters.
    package var lines = LineCounts()
    /// What else a reader of the report should know.
    package var remarks: [DataRemark] = []
    /// Why the readings may not be what they are taken for.
    package var doubts: [DataDoubt] = []
    /// The limits that were applied.
    package var settings: Preparation
    /// sha256 of the aggregate's rows as little-endian Float: by it a house is known again under another name.
    package var aggregateHash = ""
}

/// What was done to one meter's readings.
package struct MeterPreparation: Equatable, Sendable {
    /// `aggregate`, or the appliance's canonical name.
    package var meter: String
    /// Where they stand: `channel_5.dat`, `column Appliance3`; one a meter that was added up.
    package var sources: [String]
    package var quantity: PowerQuantity
    /// Readings in the file, and those of them beyond the meter's range, which are taken for missing.
    package var readings: Int
    package var outOfRange: Int
    /// Rows of the grid: all, those that took a reading from before them, and those without a value at the end of all
    /// steps. Of several meters added up, `filled` is the sum over them.
    package var rows: Int
    package var filled: Int
    package var missing: Int
    /// The median time between readings, seconds; nil without one. Of several meters that of the first.
    package var sampling: Int?
    /// Seconds for which a reading stood in for a missing one; of several meters the longest.
    package var fillLimit = 0
    /// How many stretches the missing rows form, and the rows of the longest.
    package var gaps = 0
    package var longestGap = 0
    /// Of an appliance: rows in which it is on and there is an aggregate, and those of them whose aggregate is less than
    /// it alone, as where meters are not read at the same moment; counted only.
    package var rowsOn = 0
    package var rowsOverAggregate = 0
}

/// What a meter measures.
package enum PowerQuantity: String, Sendable {
    /// Watts.
    case active
    /// Volt-amperes: a motor or a power supply draws more of them than watts.
    case apparent
    /// The data don't say.
    case unknown
}

/// Lines of a table, or of the channels of a house, that are not simply rows of readings.
package struct LineCounts: Equatable, Sendable {
    /// Lines that the data set marks as wrong; whether they were left out, its settings say.
    package var issues = 0
    /// Lines with the time of the line before, left out: the first counts.
    package var repeated = 0
    /// Lines up to an hour earlier than the line before, left out, as after a clock that was set back.
    package var backward = 0
    /// Lines in the hour that the clock of the time zone has twice in autumn, told apart by their order.
    package var inRepeatedHour = 0
    /// Fields of the meters that were read which are empty or say that there is no reading.
    package var empty = 0

    package init() {}

    /// Of several files together.
    static func + (one: LineCounts, other: LineCounts) -> LineCounts {
        var sum = one
        sum.issues += other.issues
        sum.repeated += other.repeated
        sum.backward += other.backward
        sum.inRepeatedHour += other.inRepeatedHour
        sum.empty += other.empty
        return sum
    }
}
