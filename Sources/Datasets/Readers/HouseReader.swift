import Foundation
import Runs
import Support

/// A data set of houses with meters: what is there, and one house at a time on a grid.
package protocol HouseReader: Sendable {
    /// The houses, ascending, as the data set's files have them.
    var houses: [HouseName] { get }

    /// The zone in which its days begin and end.
    var timeZone: TimeZone { get }

    /// What is done to its readings unless one wants it otherwise.
    var preparation: Preparation { get }

    /// The canonical names of the appliances of a house that can be read, sorted. Empty for a meter without ground
    /// truth.
    func appliances(of house: HouseName) -> [String]

    /// The file that a label of the house names for an appliance, but which is not there; nil if that is not so.
    func missingFile(of appliance: String, in house: HouseName) -> String?

    /// What to say to who asks for a house that is not there; nil if there is nothing to explain.
    func explanation(ofMissing house: HouseName) -> String?

    /// The meters of a house that its labels name, in their order; also those whose files are not there.
    func labels(of house: HouseName) -> [MeterLabel]

    /// How often the whole house's meters and those of `appliances` (canonical names which it has) are read, by their
    /// first readings in `days` (Unix seconds). A meter that can't be read has none: reading it says why.
    func sampling(house: HouseName, appliances: [String], days: Range<Int>) throws(DatasetError) -> [MeterSampling]

    /// Reads the whole house's meters and those of `appliances` (canonical names which it has) once, and keeps what is
    /// found rather than the readings. `sampling` has that of each. The error is one that concerns all of them.
    func audit(
        house: HouseName, appliances: [String], on grid: Grid, _ sampling: [MeterSampling]
    ) throws(DatasetError) -> HouseAudit

    /// The house's aggregate and `appliances` (canonical names which it has) on the grid, whose span is the
    /// aggregate's within the days asked for. `sampling` has that of each. Several meters of one appliance are added up.
    func read(
        house: HouseName, appliances: [String], on grid: Grid, _ sampling: [MeterSampling]
    ) throws(DatasetError) -> HouseData
}

extension HouseReader {
    package func missingFile(of appliance: String, in house: HouseName) -> String? { nil }
    package func explanation(ofMissing house: HouseName) -> String? { nil }

    /// Its days.
    package var clock: LocalClock { LocalClock(zone: timeZone) }
}

extension TimeZone {
    /// The zone that a user names; nil for none.
    static func named(_ name: String?) throws(DatasetError) -> TimeZone? {
        guard let name else { return nil }
        guard let zone = TimeZone(identifier: name) else { throw .unknownTimeZone(name) }
        return zone
    }
}

/// A meter as the labels of a data set name it.
package struct MeterLabel: Equatable, Sendable {
    /// As it stands there: `fridge_freezer`.
    package var label: String
    /// `aggregate`, or the canonical name by which it is asked for: `fridge`.
    package var name: String
    /// Where its readings stand: `channel_12.dat`, `column Appliance1`.
    package var source: String
    /// The path of the file that should have them and is not there.
    package var missingFile: String?
}

/// Takes the readings of one meter while its file is read.
protocol ReadingSink: Sendable {
    /// Seconds between the rows of the grid that they are for: how long a file may be depends on it.
    var period: Int { get }

    /// Whether the rest of the file can be left unread.
    var hasEnough: Bool { get }

    /// Takes a reading, in time order: Unix seconds, watts.
    mutating func add(time: Int, power: Double)
}

extension ReadingSink {
    var hasEnough: Bool { false }
}

/// What stands in the folder of a data set.
enum HouseFiles {
    /// The names in a folder, sorted.
    static func names(in directory: String) throws(DatasetError) -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: directory, isDirectory: &isFolder), isFolder.boolValue else {
            throw .noFolder(directory)
        }
        do {
            return try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
        } catch { throw .folder(directory, reason: error.localizedDescription) }
    }
}

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
