import Support

/// Why readings may not be what they are taken for.
package enum DataDoubt: Message, Codable, Equatable {
    /// Watts that a whole house draws at most, and that it always draws more than.
    case drawsLittle(meter: MeterAndSources, mostW: Double)
    case drawsMuch(meter: MeterAndSources, leastW: Double)
    /// Watts that an appliance draws at most.
    case applianceDrawsLittle(appliance: String, house: String, mostW: Double)
    /// Readings of the whole house beyond its limit, a tenth of all or more.
    case beyondLimit(meter: MeterAndSources, readings: Int, of: Int, limitW: Double)

    /// A meter with where its readings come from: `house_1 (column total)`.
    package struct MeterAndSources: Codable, Equatable, Sendable {
        package var name: String
        package var sources: [String]

        package init(_ name: String, sources: [String]) {
            self.name = name
            self.sources = sources
        }

        fileprivate var text: Text { Text(same: "\(name) (\(SourceName.list(sources)))") }
    }

    package var text: Text {
        switch self {
        case .drawsLittle(let meter, let most):
            Text(
                "The whole house draws \(MessageNumber.plain(most)) W at most in \(meter.text): its readings may be of "
                    + "another unit, such as kilowatts (of a table: --csv-unit kW), or of another meter.",
                es: "Toda la casa consume \(MessageNumber.plain(most)) W como mucho en \(meter.text): sus lecturas "
                    + "pueden ser de otra unidad, como kilovatios (de una tabla: --csv-unit kW), o de otro contador.")
        case .drawsMuch(let meter, let least):
            Text(
                "The whole house always draws more than \(MessageNumber.plain(least)) W in \(meter.text): its readings "
                    + "may be of another unit, such as milliwatts (of a table: --csv-unit mW), or of another meter.",
                es: "Toda la casa consume siempre más de \(MessageNumber.plain(least)) W en \(meter.text): sus "
                    + "lecturas pueden ser de otra unidad, como milivatios (de una tabla: --csv-unit mW), o de otro "
                    + "contador.")
        case .applianceDrawsLittle(let appliance, let house, let most):
            Text(
                "\(appliance) draws \(MessageNumber.plain(most)) W at most in \(house): its readings may be of another "
                    + "unit, such as kilowatts (of a table: --csv-unit kW), or of another appliance.",
                es: "\(appliance) consume \(MessageNumber.plain(most)) W como mucho en \(house): sus lecturas pueden "
                    + "ser de otra unidad, como kilovatios (de una tabla: --csv-unit kW), o de otro aparato.")
        case .beyondLimit(let meter, let readings, let all, let limit):
            Text(
                "\(readings) of \(all) readings of \(meter.text) are beyond \(MessageNumber.plain(limit)) W "
                    + "(aggregate_limit): they may be of another unit, such as milliwatts (of a table: --csv-unit mW).",
                es: "\(readings) de \(all) lecturas de \(meter.text) superan \(MessageNumber.plain(limit)) W "
                    + "(aggregate_limit): pueden ser de otra unidad, como milivatios (de una tabla: --csv-unit mW).")
        }
    }
}
