/// Why a normalisation can't be fitted to the training part.
package enum NormalisationError: Error, Equatable, CustomStringConvertible {
    case noReadings
    /// No reading reaches the threshold; both in watts.
    case neverOn(threshold: Float, maximum: Float)
    case constantAggregate(watts: Float)

    package var description: String {
        switch self {
        case .noReadings:
            "the training part has no readings; choose other days or houses"
        case .neverOn(let threshold, let maximum):
            "the appliance is never on in the training part: on is at least \(threshold) W, its maximum there is "
                + "\(maximum) W; choose other days or houses, or check that the channel is the right one"
        case .constantAggregate(let watts):
            "the aggregate of the training part is \(watts) W throughout, so nothing can be learnt from it; check the "
                + "meter's file, or choose other days or houses"
        }
    }
}
