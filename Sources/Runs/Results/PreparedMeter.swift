/// What a meter measures.
package enum PowerQuantity: String, Codable, Sendable {
    /// Watts.
    case active
    /// Volt-amperes: a motor or a power supply draws more of them than watts.
    case apparent
    /// The data don't say.
    case unknown
}

/// What preparation did to the readings of one meter, or of several of one appliance added up.
package struct PreparedMeter: Codable, Equatable, Sendable {
    /// What the whole house's meter is called among the meters.
    package static let aggregateName = "aggregate"

    /// `aggregate`, or the appliance's canonical name.
    package var meter: String
    /// Where they stand: `channel_5.dat`, `column Appliance3`; one per meter that was added up.
    package var sources: [String]
    package var quantity: PowerQuantity
    /// The median time between readings, of several meters that of the first; nil without one, or where it is longer than
    /// an hour.
    @Nullable package var samplingS: Int?
    /// Readings in the file, and those of them beyond the meter's range, which are taken for missing.
    package var readings: Int
    package var glitches: Int
    /// Rows in the house's span, those that took a reading from before them (of several meters the sum over them), and
    /// those without a value at the end of all steps.
    package var rows: Int
    package var filled: Int
    package var missing: Int
    /// How many segments the missing rows form, and the longest of them.
    package var gaps: Int
    package var longestGapS: Int
    /// Of an appliance: rows in which it is on, and those of them whose aggregate is less than it alone; nil in results
    /// from before they were counted.
    package var rowsOn: Int?
    package var rowsOverAggregate: Int?
    /// Seconds for which a reading stood in for a missing one: the limit, or as long as the meter's own sampling asks for, of
    /// several meters the longest; nil in results of versions that had one limit for all.
    package var fillLimitS: Int?

    package init(
        meter: String, sources: [String], quantity: PowerQuantity, samplingS: Int?, readings: Int, glitches: Int,
        rows: Int,
        filled: Int, missing: Int, gaps: Int, longestGapS: Int, rowsOn: Int? = nil,
        rowsOverAggregate: Int? = nil, fillLimitS: Int? = nil
    ) {
        self.meter = meter
        self.sources = sources
        self.quantity = quantity
        self.samplingS = samplingS
        self.readings = readings
        self.glitches = glitches
        self.rows = rows
        self.filled = filled
        self.missing = missing
        self.gaps = gaps
        self.longestGapS = longestGapS
        self.rowsOn = rowsOn
        self.rowsOverAggregate = rowsOverAggregate
        self.fillLimitS = fillLimitS
    }

    /// The share of rows that have a value; nil without a row.
    package var coverage: Double? { rows > 0 ? 1 - Double(missing) / Double(rows) : nil }
}
