/// What is done to readings on their way to the grid: the limits. Each step is counted, see ``PreparedHouse``.
package struct Preparation: Codable, Equatable, Sendable {
    /// Seconds for which the last reading stands in for a missing one.
    package var fillLimitS: Int
    /// Watts; a reading beyond them, either way, is taken for a glitch, and for missing: an appliance's, and the whole
    /// house's.
    package var applianceLimitW: Double
    package var aggregateLimitW: Double
    /// Seconds; an aggregate that repeats one reading for longer is taken for stuck, and its rows for missing. nil: never.
    @Nullable package var stuckLimitS: Int?
    /// Whether rows that the data set itself marks as wrong (REFIT's column Issues) are taken for missing.
    package var dropsIssues: Bool
    /// Whether the fill limit is longer for a meter that is read more seldom: not if a user gave it. Results say it per
    /// meter.
    package var fitsFillLimit = false

    private enum CodingKeys: CodingKey { case fillLimitS, applianceLimitW, aggregateLimitW, stuckLimitS, dropsIssues }

    package init(
        fillLimitS: Int, applianceLimitW: Double = 4000, aggregateLimitW: Double = 25_000, stuckLimitS: Int? = 3600,
        dropsIssues: Bool = true, fitsFillLimit: Bool = false
    ) {
        self.fillLimitS = fillLimitS
        self.applianceLimitW = applianceLimitW
        self.aggregateLimitW = aggregateLimitW
        self.stuckLimitS = stuckLimitS
        self.dropsIssues = dropsIssues
        self.fitsFillLimit = fitsFillLimit
    }
}
