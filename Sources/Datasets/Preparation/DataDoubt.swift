import Wording

/// Why readings may not be what they are taken for. `meter` says whose: `house_1 (column total)`.
package enum DataDoubt: Message, Equatable {
    /// Watts that a whole house draws at most, and that it always draws more than.
    case drawsLittle(meter: String, mostW: Double)
    case drawsMuch(meter: String, leastW: Double)

    package enum Name: CaseIterable {
        case drawsLittle, drawsMuch
    }

    package var name: Name {
        switch self {
        case .drawsLittle: .drawsLittle
        case .drawsMuch: .drawsMuch
        }
    }

    package static func samples(of name: Name) -> [DataDoubt] {
        let meters = ["house_1 (column total)", "house_1 (channel_1.dat, channel_2.dat)", "aggregate (column total)"]
        return switch name {
        case .drawsLittle: meters.map { .drawsLittle(meter: $0, mostW: 2.35) }
        case .drawsMuch: meters.map { .drawsMuch(meter: $0, leastW: 100_000) }
        }
    }

    package var text: String {
        switch self {
        case .drawsLittle(let meter, let most):
            "The whole house draws \(DatasetError.number(most)) W at most in \(meter): its readings may be of another unit, "
                + "such as kilowatts (--csv-unit kW), or of another meter."
        case .drawsMuch(let meter, let least):
            "The whole house always draws more than \(DatasetError.number(least)) W in \(meter): its readings may be of "
                + "another unit, such as milliwatts (--csv-unit mW), or of another meter."
        }
    }
}
