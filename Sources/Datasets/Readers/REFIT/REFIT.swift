import Foundation
import Runs
import Support

/// REFIT on disk (Murray, Stankovic & Stankovic 2017): a folder of tables, one a house, with the columns Time, Unix,
/// Aggregate, Appliance1 to Appliance9 and, in the cleaned release, Issues. A file may be packed with gzip.
///
/// Houses have the numbers of their files, 1 to 21 without 14.
struct REFIT: HouseReader {
    private let directory: String
    /// File names by house.
    private let files: [HouseName: String]
    private let labels: REFITLabels
    /// That of the days.
    let timeZone: TimeZone
    /// Of the file that overrides the built-in labels, where there is one.
    private let labelsSource: DataFile?

    /// `zone`: an IANA name; nil for London's.
    init(directory: String, zone: String? = nil) throws(DatasetError) {
        self.directory = directory
        timeZone = try TimeZone.named(zone) ?? LocalClock.london.zone
        let names = try HouseFiles.names(in: directory)
        var files: [HouseName: String] = [:]
        for name in names {
            guard let (house, isClean) = Self.house(of: name) else { continue }
            // The cleaned file goes before the raw one of the same house.
            if isClean || files[house] == nil { files[house] = name }
        }
        guard !files.isEmpty else { throw .noTables(folder: directory) }
        self.files = files
        var labels = REFITLabels()
        var source: DataFile?
        if names.contains("labels.csv") {
            let path = directory + "/labels.csv"
            let bytes: [UInt8]
            do throws(FileError) { bytes = try FileReader.bytes(of: path, most: FileReader.mostText) } catch {
                throw .file(error)
            }
            try labels.add(String(decoding: bytes, as: UTF8.self), path: path)
            source = DataFile(path: path, bytes: bytes.count, sha256: FileHash.sha256(bytes))
        }
        self.labels = labels
        labelsSource = source
    }

    var houses: [HouseName] { files.keys.sorted() }
    var preparation: Preparation { .refit }

    func appliances(of house: HouseName) -> [String] { labels.appliances(of: house) }

    func explanation(ofMissing house: HouseName) -> String? {
        house == 14
            ? "REFIT has no house 14: its files go from 13 to 15. Other tools number its houses 15 to 21 as 14 to 20; "
                + "here they have the numbers of their files" : nil
    }

    func labels(of house: HouseName) -> [MeterLabel] {
        let appliances = (labels.names[house] ?? []).enumerated().compactMap { index, name in
            name.isEmpty
                ? nil
                : MeterLabel(
                    label: name, name: Appliances.canonicalName(name), source: "column Appliance\(index + 1)")
        }
        let name = PreparedMeter.aggregateName
        return [MeterLabel(label: "Aggregate", name: name, source: "column Aggregate")] + appliances
    }

    func sampling(house: HouseName, appliances: [String], days: Range<Int>) throws(DatasetError) -> [MeterSampling] {
        try meters(of: house, appliances).sampling(house: house.label, days: days)
    }

    func audit(
        house: HouseName, appliances: [String], on grid: Grid, _ sampling: [MeterSampling]
    ) throws(DatasetError) -> HouseAudit {
        let meters = try meters(of: house, appliances)
        var result = try meters.audit(house: house.label, on: grid, sampling, zone: timeZone)
        result.remarks += remarks(on: meters)
        if let labelsSource { result.files.insert(labelsSource, at: 0) }
        return result
    }

    func read(
        house: HouseName, appliances: [String], on grid: Grid, _ sampling: [MeterSampling]
    ) throws(DatasetError) -> HouseData {
        let meters = try meters(of: house, appliances)
        var result = try meters.read(house: house.label, on: grid, sampling)
        result.remarks += remarks(on: meters)
        if let labelsSource { result.files.insert(labelsSource, at: 0) }
        return try result.onGrid(grid, clock: clock)
    }

    /// The columns of the whole house and of `appliances`.
    private func meters(of house: HouseName, _ appliances: [String]) throws(DatasetError) -> TableMeters {
        guard let file = files[house] else { preconditionFailure("there is no house \(house)") }
        let head = try TableHead(path: directory + "/" + file)
        var meters = [
            TableMeters.Meter(appliance: nil, column: try column("Aggregate", of: head), quantity: .active)
        ]
        for appliance in appliances {
            let columns = labels.columns(of: appliance, in: house)
            precondition(!columns.isEmpty, "house \(house) has no \(appliance): ask appliances(of:) first")
            for number in columns {
                let column = try column("Appliance\(number)", of: head)
                meters.append(TableMeters.Meter(appliance: appliance, column: column, quantity: .active))
            }
        }
        return TableMeters(
            head: head, time: .unix(perSecond: 1), timeColumns: [try column("Unix", of: head)],
            issuesColumn: head.column("Issues"), meters: meters)
    }

    private func remarks(on meters: TableMeters) -> [DataRemark] {
        guard meters.issuesColumn == nil else { return [] }
        return [.noIssues(file: (meters.head.path as NSString).lastPathComponent)]
    }

    private func column(_ name: String, of head: TableHead) throws(DatasetError) -> Int {
        guard head.hasHeader, let column = head.column(name) else {
            throw .line(
                file: head.path, line: 1, expected: "REFIT's header, with a column \(name)",
                got: ReadingLine.quoted(head.names.joined(separator: ",")),
                advice: "fetch the file again, or read it as --data csv:FILE")
        }
        return column
    }

    /// The house of a file's name, such as `CLEAN_House2.csv`, `House_2.csv` or `House2.csv.gz`, in any case.
    private static func house(of name: String) -> (name: HouseName, isClean: Bool)? {
        var rest = name.lowercased()[...]
        let isClean = rest.hasPrefix("clean_")
        if isClean { rest = rest.dropFirst("clean_".count) }
        guard rest.hasPrefix("house") else { return nil }
        rest = rest.dropFirst("house".count)
        if rest.hasPrefix("_") { rest = rest.dropFirst() }
        if rest.hasSuffix(".gz") { rest = rest.dropLast(3) }
        guard rest.hasSuffix(".csv"), let house = Int(rest.dropLast(4)), house > 0 else { return nil }
        return (HouseName(String(house)), isClean)
    }
}

extension SourceFormat {
    /// A folder of REFIT's tables.
    package static let refit = SourceFormat(
        "refit", .folder, recognises: { names in names.contains { $0.lowercased().hasSuffix(".csv") } }
    ) { path, options throws(DatasetError) in try REFIT(directory: path, zone: options.timeZone) }
}
