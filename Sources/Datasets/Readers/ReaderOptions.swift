/// What a user says of how data are to be read; each layout takes what concerns it.
package struct ReaderOptions: Equatable, Sendable {
    package var csv: CSVOptions
    /// IANA name of the zone of a CSV file: that of times which don't name theirs, and of its days.
    package var timeZone: String?
    package var mains: UKDALEMains

    package init(csv: CSVOptions = CSVOptions(), timeZone: String? = nil, mains: UKDALEMains = .channel) {
        self.csv = csv
        self.timeZone = timeZone
        self.mains = mains
    }
}
