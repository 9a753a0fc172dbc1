import Support

/// Why a metric has no value.
package enum UndefinedReason: String, CaseIterable, Message {
    case alwaysOn = "the appliance is always on"
    case neverOn = "the appliance is never on"
    case nothingPredictedOn = "nothing was predicted on"
    case neverOnInEither = "never on, neither truly nor predicted"
    case oneState = "truth or prediction has only one state"
    case noEventPredicted = "no event was predicted"
    case noEventHappened = "no event happened"
    case noEvent = "no event, neither true nor predicted"
    case bothZero = "truth and prediction are both zero throughout"
    case noEnergy = "the appliance used no energy"
    case noAggregateEnergy = "the aggregate used no energy"
    case noClock = "the data have no clock"
    case notMeasured = "it was not measured"
    /// Of the skill, which is measured by the error of predicting zero.
    case zeroIsRight = "predicting zero makes no error"
}
