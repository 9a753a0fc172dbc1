import Support

/// Why readings may not be what they are taken for. `meter` says whose: `house_1 (column total)`.
package enum DataDoubt: Message, Equatable {
    /// Watts that a whole house draws at most, and that it always draws more than.
    case drawsLittle(meter: String, mostW: Double)
    case drawsMuch(meter: String, leastW: Double)
    /// Watts that an appliance draws at most.
    case applianceDrawsLittle(appliance: String, house: String, mostW: Double)
    /// Readings of the whole house beyond its limit, a tenth of all or more.
    case beyondLimit(meter: String, readings: Int, of: Int, limitW: Double)

    package enum Name: CaseIterable {
        case drawsLittle, drawsMuch, applianceDrawsLittle, beyondLimit
    }

    package var name: Name {
        switch self {
        case .drawsLittle: .drawsLittle
        case .drawsMuch: .drawsMuch
        case .applianceDrawsLittle: .applianceDrawsLittle
        case .beyondLimit: .beyondLimit
        }
    }

    package static func samples(of name: Name) -> [DataDoubt] {
        let meters = ["house_1 (column total)", "house_1 (channel_1.dat, channel_2.dat)", "aggregate (column total)"]
        return switch name {
        case .drawsLittle: meters.map { .drawsLittle(meter: $0, mostW: 2.35) }
        case .drawsMuch: meters.map { .drawsMuch(meter: $0, leastW: 100_000) }
        case .applianceDrawsLittle: [.applianceDrawsLittle(appliance: "kettle", house: "house_1", mostW: 2.4)]
        case .beyondLimit: meters.map { .beyondLimit(meter: $0, readings: 2554, of: 2880, limitW: 100_000) }
        }
    }

    package var text: String {
        switch self {
        case .drawsLittle(let meter, let most):
            "The whole house draws \(DatasetError.number(most)) W at most in \(meter): its readings may be of another unit, "
                + "such as kilowatts (of a table: --csv-unit kW), or of another meter."
        case .drawsMuch(let meter, let least):
            "The whole house always draws more than \(DatasetError.number(least)) W in \(meter): its readings may be of "
                + "another unit, such as milliwatts (of a table: --csv-unit mW), or of another meter."
        case .applianceDrawsLittle(let appliance, let house, let most):
            "\(appliance) draws \(DatasetError.number(most)) W at most in \(house): its readings may be of another unit, such "
                + "as kilowatts (of a table: --csv-unit kW), or of another appliance."
        case .beyondLimit(let meter, let readings, let all, let limit):
            "\(readings) of \(all) readings of \(meter) are beyond \(DatasetError.number(limit)) W (aggregate_limit): they may "
                + "be of another unit, such as milliwatts (of a table: --csv-unit mW)."
        }
    }
}
