/// What is done to readings on their way to the grid. Each step is counted, see ``HousePreparation``.
package struct Preparation: Equatable, Sendable {
    /// Seconds for which the last reading stands in for a missing one.
    package var fillLimit: Int
    /// Whether the limit is longer for a meter that is read more seldom: not if a user gave it.
    package var fitsFillLimit: Bool
    /// Watts; a reading beyond them, either way, is taken for missing: an appliance's, and the whole house's.
    package var applianceLimit: Double
    package var aggregateLimit: Double
    /// Seconds; an aggregate that repeats one reading for longer is taken for stuck, and its rows for missing, see
    /// ``StuckSpans``. nil: never.
    package var stuckLimit: Int?
    /// Whether rows that the data set itself marks as wrong (REFIT's column Issues) are taken for missing.
    package var dropsIssues: Bool

    package init(
        fillLimit: Int, applianceLimit: Double = 4000, aggregateLimit: Double = 25_000, stuckLimit: Int? = 3600,
        dropsIssues: Bool = true, fitsFillLimit: Bool = false
    ) {
        self.fillLimit = fillLimit
        self.fitsFillLimit = fitsFillLimit
        self.applianceLimit = applianceLimit
        self.aggregateLimit = aggregateLimit
        self.stuckLimit = stuckLimit
        self.dropsIssues = dropsIssues
    }

    /// Seconds for which the last reading of a meter stands in for a missing one: until its next one is due at least, and
    /// over the quiet times of one that is read on events.
    package func fillLimit(of sampling: Sampling?) -> Int {
        guard let sampling, fitsFillLimit else { return fillLimit }
        return max(fillLimit, sampling.isEventDriven ? sampling.quiet : sampling.due)
    }

    /// 180 s: Kelly & Knottenbelt 2015 and BERT4NILM. 25 kW: the range of the whole-house meters in the data set's
    /// metadata. 4 kW: what its publishers cut the plugs' readings at. An hour: no house is that steady to the watt.
    package static let ukdale = Preparation(fillLimit: 180, fitsFillLimit: true)

    /// 90 s: NILMFormer (9 steps of 10 s); the publishers have filled gaps under 2 minutes themselves. 4 kW: beyond
    /// it they take a plug's reading for a glitch. 25 kW as in UK-DALE, whose clamps are of the same kind; uncut, the
    /// aggregate of house 3 has 65 kW. Rows marked as Issues: their README says to discard them.
    package static let refit = Preparation(fillLimit: 90, fitsFillLimit: true)

    /// As for UK-DALE, but for the limits, as nothing is known of the meter: 25 kW for an appliance, such as a charging
    /// car or a flow heater, and 100 kW for a house.
    package static let csv = Preparation(
        fillLimit: 180, applianceLimit: 25_000, aggregateLimit: 100_000, fitsFillLimit: true)
}
