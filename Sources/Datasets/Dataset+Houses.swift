import Files

extension Dataset {
    /// Reads every house that is needed, one after the other, and shares its rows out to the parts.
    static func houses(_ reader: any HouseReader, _ request: DatasetRequest) throws(DatasetError) -> Dataset {
        let grid = try Grid(request, reader)
        let split = try Split(percent: request.split, testHouses: request.testHouses)
        let plan = try HousePlan(request, reader)
        let parts = request.scope.parts
        var appliances = plan.appliances.map { ApplianceData(appliance: $0) }
        var files: [SourceFile] = []
        var preparations: [HousePreparation] = []
        for house in plan.houses {
            let names = plan.appliances.filter { plan.uses(house, for: $0) }
            var data = try reader.read(house: house, appliances: names, on: grid)
            files += data.files
            preparations.append(data.preparation)
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
                        Stretch(
                            house: data.house, start: data.start + rows.lowerBound * data.period, period: data.period,
                            zone: data.zone, aggregate: aggregate,
                            truth: rows.count == truth.count ? truth : Array(truth[rows])))
                }
            }
        }
        return Dataset(
            appliances: appliances, period: request.period, timeZone: reader.days.zone,
            sha256: FileHash.sha256(files.map { $0.sha256 + "\n" }.joined()), files: files, preparation: preparations)
    }
}

extension Grid {
    /// The grid that a request asks for, with the data set's own preparation where it says nothing.
    init(_ request: DatasetRequest, _ reader: any HouseReader) throws(DatasetError) {
        guard (1...86400).contains(request.period) else { throw .period(request.period) }
        self.init(
            period: request.period, days: try Self.days(request, reader.days),
            preparation: request.preparation.over(reader.preparation))
    }

    /// Unix seconds of the days asked for.
    private static func days(_ request: DatasetRequest, _ calendar: Days) throws(DatasetError) -> Range<Int> {
        var days = 0..<ReadingLine.latestSecond
        if let from = request.from {
            days = try calendar.bounds(of: from, option: "--from").lowerBound..<days.upperBound
        }
        if let to = request.to {
            let end = try calendar.bounds(of: to, option: "--to").upperBound
            guard end > days.lowerBound else { throw .daysReversed(from: request.from ?? "", to: to) }
            days = days.lowerBound..<end
        }
        return days
    }
}
