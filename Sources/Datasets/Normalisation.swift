/// Power scaling before the network and back after it, fitted on training rows only and saved with the model.
///
///     x' = (x - aggregateMean) / aggregateScale        y' = y / applianceScale
package struct Normalisation: Equatable, Sendable {
    /// How the numbers are chosen.
    package enum Kind: String, CaseIterable, Sendable {
        /// Watts in, watts out.
        case none
        /// Divided by 1000.
        case kilowatt
        /// Aggregate by mean and deviation, appliance by its mean power while on, all of the training part.
        case standard
    }

    /// Watts.
    package var aggregateMean: Float
    package var aggregateScale: Float
    package var applianceScale: Float

    /// Scales must be positive.
    package init(aggregateMean: Float, aggregateScale: Float, applianceScale: Float) {
        precondition(
            aggregateScale > 0 && applianceScale > 0,
            "scales must be positive, got \(aggregateScale) and \(applianceScale)")
        self.aggregateMean = aggregateMean
        self.aggregateScale = aggregateScale
        self.applianceScale = applianceScale
    }

    /// Watts in, watts out.
    package static let none = Normalisation(aggregateMean: 0, aggregateScale: 1, applianceScale: 1)

    /// Kilowatts.
    package static let kilowatt = Normalisation(aggregateMean: 0, aggregateScale: 1000, applianceScale: 1000)

    /// The aggregate's mean and standard deviation (over all its readings, divided by their number), and the
    /// appliance's mean power while it is on: at least `onThreshold` watts.
    package static func fitted(
        to train: [Segment], onThreshold: Float
    ) throws(NormalisationError) -> Normalisation {
        var count = 0
        var sum = 0.0
        var onCount = 0
        var onSum = 0.0
        var maximum = -Float.infinity
        for segment in train {
            for watts in segment.aggregate where !watts.isNaN {
                count += 1
                sum += Double(watts)
            }
            for watts in segment.truth where !watts.isNaN {
                maximum = max(maximum, watts)
                guard watts >= onThreshold else { continue }
                onCount += 1
                onSum += Double(watts)
            }
        }
        guard count > 0, maximum.isFinite else { throw .noReadings }
        guard onSum > 0 else { throw .neverOn(threshold: onThreshold, maximum: maximum) }
        let mean = sum / Double(count)
        // A second pass: the difference of two large sums would lose the digits that matter.
        var squares = 0.0
        for segment in train {
            for watts in segment.aggregate where !watts.isNaN {
                let deviation = Double(watts) - mean
                squares += deviation * deviation
            }
        }
        let deviation = Float((squares / Double(count)).squareRoot())
        guard deviation > 0 else { throw .constantAggregate(watts: Float(mean)) }
        return Normalisation(
            aggregateMean: Float(mean), aggregateScale: deviation, applianceScale: Float(onSum / Double(onCount)))
    }

    /// An aggregate's watts in the network's unit.
    package func normalised(aggregate watts: Float) -> Float { (watts - aggregateMean) / aggregateScale }

    /// An appliance's watts in the network's unit.
    package func normalised(appliance watts: Float) -> Float { watts / applianceScale }

    /// The watts of a network's output.
    package func watts(_ output: Float) -> Float { output * applianceScale }
}

extension Normalisation: Codable {
    private enum CodingKeys: String, CodingKey { case aggregateMean, aggregateScale, applianceScale }

    /// Refuses factors that no fit can have made, such as those of a damaged model file.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func factor(_ key: CodingKeys, positive: Bool) throws -> Float {
            let value = try container.decode(Float.self, forKey: key)
            if value.isFinite, value > 0 || !positive { return value }
            let expected = positive ? "a positive number" : "a number"
            throw DecodingError.dataCorruptedError(
                forKey: key, in: container, debugDescription: "\(key.rawValue): expected \(expected), got \(value)")
        }
        self.init(
            aggregateMean: try factor(.aggregateMean, positive: false),
            aggregateScale: try factor(.aggregateScale, positive: true),
            applianceScale: try factor(.applianceScale, positive: true))
    }
}

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
