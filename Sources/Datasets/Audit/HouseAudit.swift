import Runs

/// What one pass over a house's files finds.
package struct HouseAudit: Sendable {
    /// One meter of the house.
    package struct Meter: Sendable {
        /// `aggregate`, or the appliance's canonical name.
        package var name: String
        /// `channel_5.dat`, `column Appliance3`.
        package var source: String
        package var quantity: PowerQuantity
        /// What its readings are like, or why they can't be read.
        package var readings: Result<ReadingAudit, DatasetError>
    }

    /// `house_1`.
    package var house: String
    /// The whole house's first; several of one appliance stand each for itself.
    package var meters: [Meter]
    package var lines = TableLines()
    package var remarks: [DataRemark] = []
    /// Those that were read to their end.
    package var files: [DataFile]
}
