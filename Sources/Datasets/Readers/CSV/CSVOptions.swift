import Runs

/// What a user says of a CSV file; what is not said is taken from its header and its first lines.
package struct CSVOptions: Equatable, Sendable {
    /// What a number counts.
    package enum Unit: String, CaseIterable, Sendable {
        case W, kW, mW, VA, kVA
        /// Energy: of a register that goes on counting, or of each interval.
        case Wh, kWh

        var quantity: ColumnName.Quantity {
            switch self {
            case .W: .power(.active, watts: 1)
            case .kW: .power(.active, watts: 1000)
            case .mW: .power(.active, watts: 0.001)
            case .VA: .power(.apparent, watts: 1)
            case .kVA: .power(.apparent, watts: 1000)
            case .Wh: .energy(wattHours: 1)
            case .kWh: .energy(wattHours: 1000)
            }
        }
    }

    /// What parts a number's fraction.
    package enum Decimal: String, CaseIterable, Sendable { case point, comma }

    /// A column's name or number (from 1): the times; two for a date and a time of day. Empty: the one that reads as times.
    package var time: [String]
    /// The whole house's power: columns that are added up, each a name or number, or `A-B` for a difference.
    package var aggregate: [String]
    /// Columns of appliances, each a column's name or number, or `NAME=COLUMN`. Empty: every column that is left and
    /// may be a power.
    package var appliances: [String]
    /// nil: as the columns' names say (`kettle_kw`, `Aggregate (W)`), else watts.
    package var unit: Unit?
    /// Of a table with a line a meter: what stands in the lines of the one that is read.
    package var meter: String?
    /// nil: as the dates tell.
    package var dateOrder: DateOrder?
    package var decimal: Decimal?

    package init(
        time: [String] = [], aggregate: [String] = [], appliances: [String] = [], unit: Unit? = nil,
        meter: String? = nil, dateOrder: DateOrder? = nil, decimal: Decimal? = nil
    ) {
        self.time = time
        self.aggregate = aggregate
        self.appliances = appliances
        self.unit = unit
        self.meter = meter
        self.dateOrder = dateOrder
        self.decimal = decimal
    }
}
