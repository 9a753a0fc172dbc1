/// What a user says of a CSV file; what is not said is taken from its header.
package struct CSVOptions: Equatable, Sendable {
    /// What a power's number counts.
    package enum Unit: String, CaseIterable, Sendable {
        case W
        case kW

        var watts: Double { self == .W ? 1 : 1000 }
    }

    /// A column's name or number (from 1): the times, and the whole house's power.
    package var time: String?
    package var aggregate: String?
    /// Columns of appliances, each a column's name or number, or `NAME=COLUMN`. Empty: every column that is left and
    /// may be a power.
    package var appliances: [String]
    /// nil: as the columns' names say (`kettle_kw`, `Aggregate (W)`), else watts.
    package var unit: Unit?

    package init(
        time: String? = nil, aggregate: String? = nil, appliances: [String] = [], unit: Unit? = nil
    ) {
        self.time = time
        self.aggregate = aggregate
        self.appliances = appliances
        self.unit = unit
    }
}
