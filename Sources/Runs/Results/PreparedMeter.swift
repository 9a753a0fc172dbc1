/// What preparation did to the readings of one meter, or of several of one appliance.
package struct PreparedMeter: Codable, Equatable, Sendable {
    /// `aggregate`, or the appliance's name.
    package var meter: String
    /// Where they stand: `channel_5.dat`, `column Appliance3`.
    package var sources: [String]
    /// `active` (W), `apparent` (VA) or `unknown`.
    package var quantity: String
    /// The median time between readings; nil without one, or where it is longer than an hour.
    @Nullable package var samplingS: Int?
    /// Readings in the file, and those of them beyond the meter's range, which are taken for missing.
    package var readings: Int
    package var glitches: Int
    /// Rows in the house's span, those that took a reading from before them, and those that stayed without one.
    package var rows: Int
    package var filled: Int
    package var missing: Int
    /// How many stretches the missing rows form, and the longest of them.
    package var gaps: Int
    package var longestGapS: Int
    /// Of an appliance: rows in which it is on, and those of them whose aggregate is less than it alone; nil in results
    /// from before they were counted.
    package var rowsOn: Int?
    package var rowsOverAggregate: Int?
    /// Seconds for which a reading stood in for a missing one: the limit, or as long as the meter's own sampling asks for;
    /// nil in results of versions that had one limit for all.
    package var fillLimitS: Int?

    package init(
        meter: String, sources: [String], quantity: String, samplingS: Int?, readings: Int, glitches: Int, rows: Int,
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
