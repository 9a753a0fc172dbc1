import Support

/// What a run asked of its data.
package struct AskedData: Codable, Equatable, Sendable {
    /// First and last day, `YYYY-MM-DD` in the data's own zone; nil for all there is.
    @Nullable package var from: String?
    @Nullable package var to: String?
    /// Per cent of the readings for training, validation and test; empty where the data are not split by rows.
    package var split: [Double]
    /// Numbers, or names as texts; empty for all that have the appliance, and for a split in time.
    package var trainHouses: [HouseName]
    package var testHouses: [HouseName]

    package init(from: String?, to: String?, split: [Double], trainHouses: [HouseName], testHouses: [HouseName]) {
        self.from = from
        self.to = to
        self.split = split
        self.trainHouses = trainHouses
        self.testHouses = testHouses
    }
}
