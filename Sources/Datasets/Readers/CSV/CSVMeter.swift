import Foundation
import Runs
import Support

/// One house in one CSV file: a line a time; columns of times, of the whole house's power, and, for training and
/// evaluation, of appliances. The file may be packed with gzip.
///
/// Columns are parted by commas, semicolons or tabs. Times are numbers since 1970 (seconds, or parts of one by their size)
/// or dates with a time of day, with their zone or in the one that is named.
struct CSVMeter: HouseReader {
    /// The one house.
    private static let house: HouseName = 1

    private let table: CSVTable
    private let columns: CSVColumns

    /// `zone`: an IANA name; nil for days of UTC and times that name their zone.
    init(file: String, options: CSVOptions, zone: String?) throws(DatasetError) {
        table = try CSVTable(file: file, options: options, zone: zone)
        columns = try CSVColumns(table, options)
    }

    var timeZone: TimeZone { table.times.zone }
    var houses: [HouseName] { [Self.house] }
    var preparation: Preparation { .csv }

    func appliances(of house: HouseName) -> [String] { Set(columns.appliances.map(\.name)).sorted() }

    func labels(of house: HouseName) -> [MeterLabel] {
        let aggregate = columns.aggregate.map { (name: PreparedMeter.aggregateName, column: $0.column) }
        return (aggregate + columns.appliances).map { name, column in
            MeterLabel(label: table.head.names[column], name: name, source: table.head.source(of: column))
        }
    }

    func sampling(house: HouseName, appliances: [String], days: Range<Int>) throws(DatasetError) -> [MeterSampling] {
        try meters(appliances).sampling(house: Self.house.label, days: days)
    }

    func audit(
        house: HouseName, appliances: [String], on grid: Grid, _ sampling: [MeterSampling]
    ) throws(DatasetError) -> HouseAudit {
        let meters = try meters(appliances)
        var result = try meters.audit(house: Self.house.label, on: grid, sampling, zone: timeZone)
        result.remarks = table.remarks(on: meters.meters, unused: columns.unused)
        return result
    }

    func read(
        house: HouseName, appliances: [String], on grid: Grid, _ sampling: [MeterSampling]
    ) throws(DatasetError) -> HouseData {
        let meters = try meters(appliances)
        var result = try meters.read(house: Self.house.label, on: grid, sampling)
        result.remarks = table.remarks(on: meters.meters, unused: columns.unused)
        return try result.onGrid(grid, clock: clock)
    }

    /// The columns of the whole house and of `appliances`.
    private func meters(_ appliances: [String]) throws(DatasetError) -> TableMeters {
        var meters = try table.aggregate(columns.aggregate)
        let byName = Dictionary(grouping: columns.appliances, by: \.name)
        for name in appliances {
            guard let own = byName[name] else { preconditionFailure("there is no \(name): ask appliances(of:) first") }
            for appliance in own { meters.append(try table.meter(name, appliance.column)) }
        }
        return try table.meters(meters)
    }
}

extension SourceFormat {
    /// One house's table.
    package static let csv = SourceFormat("csv", .file) { path, options throws(DatasetError) in
        try CSVMeter(file: path, options: options.csv, zone: options.timeZone)
    }
}
