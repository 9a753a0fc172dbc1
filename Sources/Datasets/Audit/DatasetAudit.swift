import Foundation
import Runs
import Support

/// What is in a data set, found in one pass over its files, in memory that does not grow with them.
package struct DatasetAudit: Sendable {
    /// A house with what its labels promise.
    package struct House: Sendable {
        /// `house_1`, or `synthetic`.
        package var name: String
        /// Every meter that the labels name, those that were not read too.
        package var labels: [MeterLabel]
        /// What its files hold, or why they can't be read.
        package var audit: Result<HouseAudit, DatasetError>
    }

    package var houses: [House]
    /// IANA name of the zone of its days; nil where there is no clock.
    package var timeZone: String?
    /// What preparation would do to the readings, on the grid whose rows are counted.
    package var grid: Grid

    /// Looks at the houses and appliances that a request names; without appliances at all that are known by name in
    /// ``Appliances/table``, or at all there are where none is known; without houses at every one.
    ///
    /// A house or channel that can't be read is part of the result; the error is about what was asked, or about the data
    /// set as a whole.
    package static func load(_ request: DatasetRequest) throws(DatasetError) -> DatasetAudit {
        guard let reader = try request.source.open(request.reading) else { return try synthetic(request) }
        let asked = request.trainHouses + request.testHouses
        for house in asked where !reader.houses.contains(house) {
            throw .unknownHouse(house, available: reader.houses, explanation: reader.explanation(ofMissing: house))
        }
        let houses = asked.isEmpty ? reader.houses : Set(asked).sorted()
        let names = try appliances(request.appliances, reader, houses)
        let meters = houses.map { house in
            (house: house, appliances: names.filter(Set(reader.appliances(of: house)).contains))
        }
        let (grid, sampling) = try reader.grid(request, houses: meters)
        return DatasetAudit(
            houses: meters.map { house, appliances in
                let audit: Result<HouseAudit, DatasetError>
                do throws(DatasetError) {
                    audit = .success(
                        try reader.audit(house: house, appliances: appliances, on: grid, sampling[house] ?? []))
                } catch {
                    audit = .failure(error)
                }
                return House(name: house.label, labels: reader.labels(of: house), audit: audit)
            }, timeZone: reader.clock.zoneName, grid: grid)
    }

    /// The canonical names to look at, in the order asked for or else in that of ``Appliances/table``.
    private static func appliances(
        _ asked: [String], _ reader: any HouseReader, _ houses: [HouseName]
    ) throws(DatasetError) -> [String] {
        var byHouse: [String: [String]] = [:]
        for house in houses { byHouse["house \(house)"] = reader.appliances(of: house) }
        let available = Set(byHouse.values.joined())
        if asked.isEmpty {
            let known = Appliances.table.map(\.name).filter(available.contains)
            return known.isEmpty ? available.sorted() : known
        }
        var names: [String] = []
        for name in asked.map(Appliances.canonicalName) where !names.contains(name) {
            guard available.contains(name) else {
                throw .unknownAppliance(name, nearest: Spelling.nearest(to: name, among: available), available: byHouse)
            }
            names.append(name)
        }
        return names
    }

    /// The windows of all parts, which follow one another.
    private static func synthetic(_ request: DatasetRequest) throws(DatasetError) -> DatasetAudit {
        let data = try Dataset.synthetic(request)
        let grid = Grid(period: data.period, preparation: request.preparation.over(.csv))
        let name = SyntheticPulses.appliance
        var aggregate = ReadingAudit(of: nil, on: grid, zone: nil)
        var appliance = ReadingAudit(of: Appliances.kind(named: name), on: grid, zone: nil)
        for segment in data.appliances.flatMap({ data in Part.allCases.flatMap { data[$0] } }) {
            for row in 0..<segment.rows {
                let time = segment.start + row * segment.period
                aggregate.add(time: time, power: Double(segment.aggregate[row]))
                appliance.add(time: time, power: Double(segment.truth[row]))
            }
        }
        aggregate.finish()
        appliance.finish()
        let labels = [PreparedMeter.aggregateName, name].map {
            MeterLabel(label: $0, name: $0, source: "generated")
        }
        let meters = zip(labels, [aggregate, appliance]).map { label, readings in
            HouseAudit.Meter(
                name: label.name, source: label.source, quantity: .active, readings: .success(readings))
        }
        let house = SyntheticPulses.house
        return DatasetAudit(
            houses: [
                House(name: house, labels: labels, audit: .success(HouseAudit(house: house, meters: meters, files: [])))
            ],
            timeZone: nil, grid: grid)
    }
}

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
