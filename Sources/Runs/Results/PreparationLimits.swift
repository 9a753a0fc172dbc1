/// What is done to readings on their way to the grid: the limits.
package struct PreparationLimits: Codable, Equatable, Sendable {
    /// Seconds for which the last reading stands in for a missing one.
    package var fillLimitS: Int
    /// Watts beyond which a reading is taken for a glitch: an appliance's, and the whole house's.
    package var applianceLimitW: Double
    package var aggregateLimitW: Double
    /// Seconds after which an aggregate that stays the same is taken for stuck; nil for never.
    @Nullable package var stuckLimitS: Int?
    /// Whether lines that the data set marks as wrong are left out.
    package var dropsIssues: Bool

    package init(
        fillLimitS: Int, applianceLimitW: Double, aggregateLimitW: Double, stuckLimitS: Int?, dropsIssues: Bool
    ) {
        self.fillLimitS = fillLimitS
        self.applianceLimitW = applianceLimitW
        self.aggregateLimitW = aggregateLimitW
        self.stuckLimitS = stuckLimitS
        self.dropsIssues = dropsIssues
    }
}
