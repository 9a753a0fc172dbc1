import Foundation
import Runs
import Support

/// UK-DALE on disk (Kelly & Knottenbelt 2015): a folder of `house_N` folders, each with labels.dat and the
/// `channel_K.dat` that it names. Labelled channels may be absent, as after a partial download.
struct UKDALE: HouseReader {
    /// The appliances of house 1 whose meters are clamps like the whole house's, by the data set's metadata; all others
    /// are plugs.
    private static let clampsOfHouse1: Set = ["boiler", "solar_thermal_pump", "kitchen_lights", "lighting_circuit"]

    private let directory: String
    private let mains: UKDALEMains
    /// That of the days.
    let timeZone: TimeZone
    private let labels: [HouseName: UKDALELabels]

    /// Reads the labels of every house in `directory`. `zone`: an IANA name; nil for London's.
    init(directory: String, mains: UKDALEMains = .channel, zone: String? = nil) throws(DatasetError) {
        self.directory = directory
        timeZone = try TimeZone.named(zone) ?? LocalClock.london.zone
        self.mains = mains
        let names = try HouseFiles.names(in: directory)
        let houses = names.compactMap { name in
            // `house_01` would be a second house 1.
            Int(name.dropFirst("house_".count)).map { HouseName(String($0)) }.flatMap { $0.label == name ? $0 : nil }
        }
        guard !houses.isEmpty else { throw .noHouses(folder: directory, isHouse: names.contains("labels.dat")) }
        var labels: [HouseName: UKDALELabels] = [:]
        for house in houses.sorted() {
            labels[house] = try UKDALELabels(path: "\(directory)/\(house.label)/labels.dat")
        }
        self.labels = labels
    }

    var houses: [HouseName] { labels.keys.sorted() }
    var preparation: Preparation { .ukdale }

    func appliances(of house: HouseName) -> [String] {
        let names = labels(of: house).channels.map(\.name).filter { !Appliances.isAggregate($0) }
        return Set(names.map(Appliances.canonicalName))
            .filter { missingFile(of: $0, in: house) == nil }.sorted()
    }

    func missingFile(of appliance: String, in house: HouseName) -> String? {
        labels(of: house).channels(of: appliance).map { path("channel_\($0).dat", in: house) }.first { !exists($0) }
    }

    func labels(of house: HouseName) -> [MeterLabel] {
        labels(of: house).channels.map { channel in
            let file = "channel_\(channel.number).dat"
            let isAggregate = Appliances.isAggregate(channel.name)
            return MeterLabel(
                label: channel.name,
                name: isAggregate ? PreparedMeter.aggregateName : Appliances.canonicalName(channel.name),
                source: file, missingFile: exists(path(file, in: house)) ? nil : path(file, in: house))
        }
    }

    func sampling(house: HouseName, appliances: [String], days: Range<Int>) throws(DatasetError) -> [MeterSampling] {
        let meters = try meters(of: house, appliances)
        return try concurrentMap(meters.count) { index throws(DatasetError) in
            let meter = meters[index]
            var probe = SamplingProbe(days: days)
            do throws(DatasetError) {
                _ = try ChannelFile.read(path(meter.file, in: house), more: meter.more, into: &probe)
            } catch {
                probe = SamplingProbe(days: days)
            }
            return MeterSampling(
                house: house.label, meter: meter.appliance ?? PreparedMeter.aggregateName,
                source: meter.file, sampling: probe.sampling)
        }
    }

    func audit(
        house: HouseName, appliances: [String], on grid: Grid, _ sampling: [MeterSampling]
    ) throws(DatasetError) -> HouseAudit {
        let (meters, known) = (try meters(of: house, appliances), sampling.bySource)
        let read = try concurrentMap(meters.count) { index throws(DatasetError) in
            let meter = meters[index]
            var audit = ReadingAudit(
                of: meter.appliance.map(Appliances.kind), on: grid, known[meter.file]?.sampling, zone: timeZone)
            do throws(DatasetError) {
                let read = try ChannelFile.read(path(meter.file, in: house), more: meter.more, into: &audit)
                audit.finish()
                return (readings: Result<ReadingAudit, DatasetError>.success(audit), read: Optional(read))
            } catch {
                // The other channels are still worth a look.
                return (readings: .failure(error), read: nil)
            }
        }
        return HouseAudit(
            house: house.label,
            meters: zip(meters, read).map { meter, read in
                HouseAudit.Meter(
                    name: meter.appliance ?? PreparedMeter.aggregateName, source: meter.file,
                    quantity: meter.quantity, readings: read.readings)
            }, lines: read.compactMap(\.read?.lines).reduce(TableLines(), +), remarks: remarks(on: house),
            files: [labels(of: house).source] + read.compactMap(\.read?.file))
    }

    func read(
        house: HouseName, appliances: [String], on grid: Grid, _ sampling: [MeterSampling]
    ) throws(DatasetError) -> HouseData {
        let (meters, known) = (try meters(of: house, appliances), sampling.bySource)
        let read = try concurrentMap(meters.count) { index throws(DatasetError) in
            let meter = meters[index]
            var resampler = grid.resampler(isAggregate: meter.appliance == nil, known[meter.file]?.sampling)
            let (file, lines) = try ChannelFile.read(path(meter.file, in: house), more: meter.more, into: &resampler)
            return (series: resampler.series(), file: file, lines: lines)
        }
        var result = HouseMeters(
            house: house.label, meters: [], lines: read.map(\.lines).reduce(TableLines(), +),
            files: [labels(of: house).source] + read.map(\.file))
        for (meter, read) in zip(meters, read) {
            result.meters.append(
                HouseMeters.Meter(
                    appliance: meter.appliance, source: meter.file, quantity: meter.quantity, series: read.series))
        }
        result.remarks = remarks(on: house)
        return try result.onGrid(grid, clock: clock)
    }

    /// A file to read.
    private struct Meter {
        /// nil for the whole house.
        var appliance: String?
        var file: String
        var quantity: PowerQuantity
        /// Numbers behind the power.
        var more = 0
    }

    /// Those of the whole house, then those of the appliances.
    private func meters(of house: HouseName, _ appliances: [String]) throws(DatasetError) -> [Meter] {
        try aggregateMeters(of: house) + appliances.flatMap { plugs(of: $0, in: house) }
    }

    private func aggregateMeters(of house: HouseName) throws(DatasetError) -> [Meter] {
        if mains == .file {
            let path = path(Self.mainsFile, in: house)
            guard exists(path) else { throw .noMainsFile(house: house.label, file: path) }
            return [Meter(file: Self.mainsFile, quantity: .active, more: ChannelFile.mainsColumns)]
        }
        let channels = labels(of: house).aggregate.map { "channel_\($0).dat" }
        guard !channels.isEmpty else {
            throw .noAggregate(house: house.label, file: path("labels.dat", in: house))
        }
        return channels.map { Meter(file: $0, quantity: .apparent) }
    }

    private func plugs(of appliance: String, in house: HouseName) -> [Meter] {
        let channels = labels(of: house).channels(of: appliance)
        precondition(!channels.isEmpty, "house \(house) has no \(appliance): ask appliances(of:) first")
        let isClamp = house == 1 && Self.clampsOfHouse1.contains(appliance)
        return channels.map {
            Meter(appliance: appliance, file: "channel_\($0).dat", quantity: isClamp ? .apparent : .active)
        }
    }

    private func remarks(on house: HouseName) -> [DataRemark] {
        guard mains == .channel else { return [] }
        return [.apparentAggregate(mainsFile: exists(path(Self.mainsFile, in: house)) ? Self.mainsFile : nil)]
    }

    private func labels(of house: HouseName) -> UKDALELabels {
        guard let labels = labels[house] else { preconditionFailure("there is no house \(house)") }
        return labels
    }

    private func path(_ file: String, in house: HouseName) -> String { "\(directory)/\(house.label)/\(file)" }

    private func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    private static let mainsFile = "mains.dat"
}

extension SourceFormat {
    /// A folder of `house_N` folders in UK-DALE's layout.
    package static let ukdale = SourceFormat("ukdale", .folder) { path, options throws(DatasetError) in
        try UKDALE(directory: path, mains: options.mains, zone: options.timeZone)
    }
}
