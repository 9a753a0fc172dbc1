import Runs

/// Steps of the preparation that a user wants otherwise than the data set's own defaults.
package struct PreparationOptions: Equatable, Sendable {
    /// Each nil: the default. Units as in ``Preparation``; a `stuckLimit` of 0 means never.
    package var fillLimit: Int?
    package var applianceLimit: Double?
    package var aggregateLimit: Double?
    package var stuckLimit: Int?
    package var dropsIssues: Bool?

    package init(
        fillLimit: Int? = nil, applianceLimit: Double? = nil, aggregateLimit: Double? = nil, stuckLimit: Int? = nil,
        dropsIssues: Bool? = nil
    ) {
        self.fillLimit = fillLimit
        self.applianceLimit = applianceLimit
        self.aggregateLimit = aggregateLimit
        self.stuckLimit = stuckLimit
        self.dropsIssues = dropsIssues
    }

    /// The defaults with what is wanted otherwise.
    package func over(_ defaults: Preparation) -> Preparation {
        Preparation(
            fillLimitS: fillLimit ?? defaults.fillLimitS, applianceLimitW: applianceLimit ?? defaults.applianceLimitW,
            aggregateLimitW: aggregateLimit ?? defaults.aggregateLimitW,
            stuckLimitS: stuckLimit.map { $0 == 0 ? nil : $0 } ?? defaults.stuckLimitS,
            dropsIssues: dropsIssues ?? defaults.dropsIssues,
            fitsFillLimit: fillLimit == nil && defaults.fitsFillLimit)
    }
}
