import Files
import Foundation

/// UK-DALE on disk (Kelly & Knottenbelt 2015): a folder of `house_N` folders, each with labels.dat and the
/// `channel_K.dat` that it names. Labelled channels may be absent, as after a partial download.
struct UKDALE: HouseReader {
    private let directory: String
    private let labels: [Int: UKDALELabels]

    /// Reads the labels of every house in `directory`.
    init(directory: String) throws(DatasetError) {
        self.directory = directory
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: directory, isDirectory: &isFolder), isFolder.boolValue else {
            throw .noFolder(directory)
        }
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: directory)
        } catch { throw .folder(directory, reason: error.localizedDescription) }
        let houses = names.compactMap { name in
            // `house_01` would be a second house 1.
            Int(name.dropFirst("house_".count)).flatMap { Self.name(of: $0) == name ? $0 : nil }
        }
        guard !houses.isEmpty else { throw .noHouses(folder: directory, isHouse: names.contains("labels.dat")) }
        var labels: [Int: UKDALELabels] = [:]
        for house in houses.sorted() {
            labels[house] = try UKDALELabels(path: "\(directory)/\(Self.name(of: house))/labels.dat")
        }
        self.labels = labels
    }

    var houses: [Int] { labels.keys.sorted() }

    func appliances(of house: Int) -> [String] {
        let names = labels(of: house).channels.map { Appliances.canonicalName($0.name) }
        return Set(names).subtracting(Appliances.aggregateLabels)
            .filter { missingFile(of: $0, in: house) == nil }.sorted()
    }

    func missingFile(of appliance: String, in house: Int) -> String? {
        labels(of: house).channels(of: appliance).map { path(of: $0, in: house) }.first { !exists($0) }
    }

    func files(house: Int, appliances: [String]) -> [String] {
        let labels = labels(of: house)
        let channels = labels.aggregate + appliances.flatMap { labels.channels(of: $0) }
        return ["\(directory)/\(Self.name(of: house))/labels.dat"] + channels.map { path(of: $0, in: house) }
    }

    func read(house: Int, appliances: [String], on grid: Grid) throws(DatasetError) -> HouseData {
        let name = Self.name(of: house)
        let labels = labels(of: house)
        guard let first = labels.aggregate.first, labels.aggregate.allSatisfy({ exists(path(of: $0, in: house)) })
        else { throw .noAggregate(house: name, file: "\(directory)/\(name)/labels.dat") }
        var resampler = Resampler(period: grid.period, fillLimit: grid.fillLimit, bounds: grid.cells)
        try ChannelFile.read(path(of: first, in: house), into: &resampler)
        let readings = resampler.readings
        guard var aggregate = resampler.series() else {
            // The file has readings, or reading it had failed.
            throw .noReadings(house: name, days: grid.days, readings: readings ?? 0...0)
        }
        let cells = aggregate.firstCell..<aggregate.firstCell + aggregate.values.count
        for channel in labels.aggregate.dropFirst() {
            Self.add(try rows(of: channel, in: house, on: grid, cells: cells), to: &aggregate.values)
        }
        var data = HouseData(
            house: name, start: cells.lowerBound * grid.period, period: grid.period, aggregate: aggregate.values,
            appliances: [:])
        for appliance in appliances {
            let channels = labels.channels(of: appliance)
            precondition(!channels.isEmpty, "\(name) has no \(appliance): ask appliances(of:) first")
            var sum = try rows(of: channels[0], in: house, on: grid, cells: cells)
            for channel in channels.dropFirst() {
                Self.add(try rows(of: channel, in: house, on: grid, cells: cells), to: &sum)
            }
            data.appliances[appliance] = sum
        }
        return data
    }

    private func rows(of channel: Int, in house: Int, on grid: Grid, cells: Range<Int>) throws(DatasetError) -> [Float]
    {
        var resampler = Resampler(period: grid.period, fillLimit: grid.fillLimit, bounds: cells)
        try ChannelFile.read(path(of: channel, in: house), into: &resampler)
        return resampler.rows()
    }

    /// sum += rows; a row that one meter lacks is NaN.
    private static func add(_ rows: [Float], to sum: inout [Float]) {
        for row in rows.indices { sum[row] += rows[row] }
    }

    private func labels(of house: Int) -> UKDALELabels {
        guard let labels = labels[house] else { preconditionFailure("there is no house \(house)") }
        return labels
    }

    private func path(of channel: Int, in house: Int) -> String {
        "\(directory)/\(Self.name(of: house))/channel_\(channel).dat"
    }

    private func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    private static func name(of house: Int) -> String { "house_\(house)" }
}
