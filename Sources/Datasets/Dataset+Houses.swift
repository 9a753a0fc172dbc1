import Runs
import Support

extension Dataset {
    /// Reads every house that is needed, one after the other, and shares its rows out to the parts.
    static func houses(_ reader: any HouseReader, _ request: DatasetRequest) throws(DatasetError) -> Dataset {
        let split = try Split(percent: request.split, testHouses: request.testHouses)
        let plan = try HousePlan(request, reader)
        let (grid, sampling) = try reader.grid(request, houses: plan.meters)
        let parts = request.scope.parts
        var appliances = plan.appliances.map { ApplianceData(appliance: $0) }
        var files: [DataFile] = []
        var houses: [PreparedHouse] = []
        var doubts: [DataDoubt] = []
        for house in plan.houses {
            var data = try reader.read(
                house: house, appliances: plan.appliances(of: house), on: grid, sampling[house] ?? [])
            files += data.files
            houses.append(data.preparation)
            doubts += data.doubts
            let all = 0..<data.aggregate.count
            let shares =
                request.scope == .unseen
                ? [(part: .test, rows: all)] : split.parts(of: data.aggregate, house: house)
            let pieces = shares.filter { parts.contains($0.part) }.map { part, rows in
                // One copy of the aggregate, which the appliances share.
                let isWhole = rows.count == data.aggregate.count
                return (part, rows, aggregate: isWhole ? data.aggregate : Array(data.aggregate[rows]))
            }
            for index in appliances.indices {
                // Taken out: an appliance's rows of years are not held twice for longer than it takes to share them out.
                guard let truth = data.appliances.removeValue(forKey: appliances[index].appliance) else { continue }
                for (part, rows, aggregate) in pieces {
                    appliances[index][part].append(
                        Segment(
                            house: data.house, start: data.start + rows.lowerBound * data.period, period: data.period,
                            zone: data.zone, aggregate: aggregate,
                            truth: rows.count == truth.count ? truth : Array(truth[rows])))
                }
            }
        }
        return Dataset(
            appliances: appliances, period: grid.period, timeZone: reader.clock.zoneName,
            sha256: FileHash.sha256(files.map { $0.sha256 + "\n" }.joined()), files: files, houses: houses,
            doubts: doubts,
            withoutAppliance: plan.appliances.compactMap { name in
                plan.without[name].map { (name, $0.map(\.label)) }
            })
    }
}

extension Dataset {
    /// The period that a request's data get, in seconds: the one asked for, or the one that the meters have readings for.
    package static func period(of request: DatasetRequest) throws(DatasetError) -> Int {
        guard let reader = try request.source.open(request.reading) else { return SyntheticPulses.period }
        return try reader.grid(request, houses: HousePlan(request, reader).meters).grid.period
    }
}

extension Grid {
    /// Unix seconds of the days asked for.
    static func days(_ request: DatasetRequest, _ clock: LocalClock) throws(DatasetError) -> Range<Int> {
        var days = 0..<ReadingLine.latestSecond
        if let from = request.from {
            days = try clock.day(from, option: "--from").lowerBound..<days.upperBound
        }
        if let to = request.to {
            let end = try clock.day(to, option: "--to").upperBound
            guard end > days.lowerBound else { throw .daysReversed(from: request.from ?? "", to: to) }
            days = days.lowerBound..<end
        }
        return days
    }
}

extension LocalClock {
    /// Unix seconds at which a day `YYYY-MM-DD` begins and the next one does; `option` named it.
    func day(_ text: String, option: String) throws(DatasetError) -> Range<Int> {
        guard let date = CivilDate(iso: text) else { throw .day(text, option: option) }
        return span(of: date)
    }
}
