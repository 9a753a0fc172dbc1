import Runs

extension Preparation {
    /// Seconds for which the last reading of a meter stands in for a missing one: until its next one is due at least, and
    /// over the quiet times of one that is read on events.
    package func fillLimit(of sampling: Sampling?) -> Int {
        guard let sampling, fitsFillLimit else { return fillLimitS }
        return max(fillLimitS, sampling.isEventDriven ? sampling.quiet : sampling.due)
    }

    /// 180 s: Kelly & Knottenbelt 2015 and BERT4NILM. 25 kW: the range of the whole-house meters in the data set's
    /// metadata. 4 kW: what its publishers cut the plugs' readings at. An hour: no house is that steady to the watt.
    package static let ukdale = Preparation(fillLimitS: 180, fitsFillLimit: true)

    /// 90 s: NILMFormer (9 steps of 10 s); the publishers have filled gaps under 2 minutes themselves. 4 kW: beyond
    /// it they take a plug's reading for a glitch. 25 kW as in UK-DALE, whose clamps are of the same kind; uncut, the
    /// aggregate of house 3 has 65 kW. Rows marked as Issues: their README says to discard them.
    package static let refit = Preparation(fillLimitS: 90, fitsFillLimit: true)

    /// As for UK-DALE, but for the limits, as nothing is known of the meter: 25 kW for an appliance, such as a charging
    /// car or a flow heater, and 100 kW for a house.
    package static let csv = Preparation(
        fillLimitS: 180, applianceLimitW: 25_000, aggregateLimitW: 100_000, fitsFillLimit: true)
}
