/// What a user says of a table of predictions; what is not said is taken from its header.
package struct PredictionOptions: Equatable, Sendable {
    /// The form of the table; appliances are not asked for by it.
    package var csv: CSVOptions
    /// `NAME=COLUMN` each.
    package var truths: [String]
    package var predictions: [String]
    /// IANA name; nil for days of UTC and times that name their zone.
    package var timeZone: String?
    /// What the house is called.
    package var house: String

    package init(
        csv: CSVOptions = CSVOptions(), truths: [String] = [], predictions: [String] = [], timeZone: String? = nil,
        house: String = "house_1"
    ) {
        self.csv = csv
        self.truths = truths
        self.predictions = predictions
        self.timeZone = timeZone
        self.house = house
    }
}
