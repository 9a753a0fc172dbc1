import Foundation

/// One house in one CSV file: a line a time; columns of times, of the whole house's power and, for training and
/// evaluation, of appliances. The file may be packed with gzip.
///
/// Columns are parted by commas, semicolons (then a decimal comma is fine) or tabs. Times are numbers since 1970
/// (seconds, or parts of one by their size) or ISO 8601, with their zone or in the one that is named.
struct CSVMeter: HouseReader {
    /// The one house's number.
    private static let house = 1

    private let head: TableHead
    private let columns: CSVColumns
    private let times: CSVTimes
    private let unit: CSVOptions.Unit?

    /// `zone`: an IANA name; nil for days of UTC and times that name their zone.
    init(file: String, options: CSVOptions, zone: String?) throws(DatasetError) {
        head = try TableHead(path: file)
        columns = try CSVColumns(head, options)
        times = try CSVTimes(head, column: columns.time, zone: zone)
        unit = options.unit
    }

    var timeZone: TimeZone { times.zone }
    var houses: [Int] { [Self.house] }
    var preparation: Preparation { .csv }

    func appliances(of house: Int) -> [String] { Set(columns.appliances.map(\.name)).sorted() }

    func labels(of house: Int) -> [MeterLabel] {
        let aggregate = (name: HousePreparation.aggregateName, column: columns.aggregate)
        return ([aggregate] + columns.appliances).map { name, column in
            MeterLabel(label: head.names[column], name: name, source: head.source(of: column))
        }
    }

    func sampling(house: Int, appliances: [String], days: Range<Int>) throws(DatasetError) -> [MeterSampling] {
        meters(appliances).sampling(house: "house_\(Self.house)", days: days)
    }

    func audit(
        house: Int, appliances: [String], on grid: Grid, _ sampling: [MeterSampling]
    ) throws(DatasetError) -> HouseAudit {
        let meters = meters(appliances)
        var result = try meters.audit(house: "house_\(Self.house)", on: grid, sampling, zone: timeZone)
        result.remarks = remarks(on: meters)
        return result
    }

    func read(
        house: Int, appliances: [String], on grid: Grid, _ sampling: [MeterSampling]
    ) throws(DatasetError) -> HouseData {
        let meters = meters(appliances)
        var result = try meters.read(house: "house_\(Self.house)", on: grid, sampling)
        result.remarks = remarks(on: meters)
        return try result.onGrid(grid, days: days)
    }

    /// The columns of the whole house and of `appliances`.
    private func meters(_ appliances: [String]) -> TableMeters {
        var meters = [meter(nil, columns.aggregate)]
        for name in appliances {
            let own = columns.appliances.filter { $0.name == name }
            precondition(!own.isEmpty, "there is no \(name): ask appliances(of:) first")
            meters += own.map { meter(name, $0.column) }
        }
        return TableMeters(head: head, time: times.form, timeColumn: times.column, meters: meters)
    }

    private func remarks(on table: TableMeters) -> [String] {
        var remarks: [String] = []
        if unit == nil, table.meters.contains(where: { CSVColumnName(head.names[$0.column]).scale == nil }) {
            remarks.append("Columns whose names have no unit are taken for watts.")
        }
        if !columns.unused.isEmpty {
            remarks.append("Columns that are not used: \(columns.unused.joined(separator: ", ")).")
        }
        return remarks
    }

    private func meter(_ appliance: String?, _ column: Int) -> TableMeters.Meter {
        let name = CSVColumnName(head.names[column])
        return TableMeters.Meter(
            appliance: appliance, column: column, quantity: name.quantity, scale: unit?.watts ?? name.scale ?? 1)
    }
}
