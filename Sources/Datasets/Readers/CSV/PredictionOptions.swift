/// What a user says of a table of predictions; what is not said is taken from its header.
package struct PredictionOptions: Equatable, Sendable {
    /// A column's name or number (from 1): the times, and the whole house's power.
    package var time: String?
    package var aggregate: String?
    /// `NAME=COLUMN` each.
    package var truths: [String]
    package var predictions: [String]
    /// nil: as the columns' names say, else watts.
    package var unit: CSVOptions.Unit?
    /// IANA name; nil for days of UTC and times that name their zone.
    package var timeZone: String?
    /// What the house is called.
    package var house: String

    package init(
        time: String? = nil, aggregate: String? = nil, truths: [String] = [], predictions: [String] = [],
        unit: CSVOptions.Unit? = nil, timeZone: String? = nil, house: String = "house_1"
    ) {
        self.time = time
        self.aggregate = aggregate
        self.truths = truths
        self.predictions = predictions
        self.unit = unit
        self.timeZone = timeZone
        self.house = house
    }
}
