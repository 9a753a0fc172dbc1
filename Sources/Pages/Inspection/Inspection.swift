import Datasets
import Runs
import Support

/// What is in a data set: the content of `inspect --json`.
///
/// Property names are the JSON keys in camel case. What is not defined is null.
package struct Inspection: Codable, Equatable, Sendable {
    package static let currentSchema = "nilm-report/inspection/1"

    package var schema = Inspection.currentSchema
    /// As given on the command line: `ukdale:DIR`.
    package var source: String
    /// IANA name of the zone of its days; nil where there is no clock.
    @Nullable package var timeZone: String?
    /// Seconds between the rows that preparation makes.
    package var periodS: Int
    package var preparation: Preparation
    package var houses: [HouseInspection]

    /// `source`: what the data are called.
    package init(source: String, of audit: DatasetAudit) {
        self.source = source
        timeZone = audit.timeZone
        periodS = audit.grid.period
        preparation = audit.grid.preparation
        houses = audit.houses.map { HouseInspection($0, audit.grid.preparation, periodS: audit.grid.period) }
    }

    package func json() throws(JSONFileError) -> [UInt8] { try JSONFile.bytes(of: self) }

    /// All of the houses, with their names.
    package var problems: [String] { houses.flatMap(\.problems) }
}

/// Sentences that are in English in a file for other programs.
@propertyWrapper package struct InEnglish: Codable, Equatable, Sendable {
    package var wrappedValue: [Text]

    package init(wrappedValue: [Text]) { self.wrappedValue = wrappedValue }

    package init(from decoder: any Decoder) throws {
        wrappedValue = try [String](from: decoder).map(Text.init(asItStands:))
    }

    package func encode(to encoder: any Encoder) throws { try wrappedValue.map(\.english).encode(to: encoder) }
}
