import Files

extension Dataset {
    /// Reads every house that is needed, one after the other, and shares its rows out to the parts.
    static func houses(_ reader: some HouseReader, _ request: DatasetRequest) throws(DatasetError) -> Dataset {
        guard (1...86400).contains(request.period) else { throw .period(request.period) }
        let grid = Grid(period: request.period, fillLimit: request.fillLimit, days: try days(request))
        let split = try Split(percent: request.split, testHouses: request.testHouses)
        let plan = try HousePlan(request, reader)
        var appliances = plan.appliances.map { ApplianceData(appliance: $0) }
        var files: [SourceFile] = []
        for house in plan.houses {
            let names = plan.appliances.filter { plan.uses(house, for: $0) }
            files += try hashed(reader.files(house: house, appliances: names))
            let data = try reader.read(house: house, appliances: names, on: grid)
            for (part, rows) in split.parts(of: data.aggregate.count, house: house) {
                // One copy of the aggregate, which the appliances share.
                let aggregate = rows.count == data.aggregate.count ? data.aggregate : Array(data.aggregate[rows])
                for index in appliances.indices {
                    guard let truth = data.appliances[appliances[index].appliance] else { continue }
                    appliances[index][part].append(
                        Stretch(
                            house: data.house, start: data.start + rows.lowerBound * data.period, period: data.period,
                            aggregate: aggregate, truth: Array(truth[rows])))
                }
            }
        }
        return Dataset(
            appliances: appliances, period: request.period, timeZone: Day.zone,
            sha256: FileHash.sha256(files.map { $0.sha256 + "\n" }.joined()), files: files)
    }

    /// Unix seconds of the days asked for.
    private static func days(_ request: DatasetRequest) throws(DatasetError) -> Range<Int> {
        var days = 0..<ReadingLine.latestSecond
        if let from = request.from { days = try Day.bounds(of: from, option: "--from").lowerBound..<days.upperBound }
        if let to = request.to {
            let end = try Day.bounds(of: to, option: "--to").upperBound
            guard end > days.lowerBound else { throw .daysReversed(from: request.from ?? "", to: to) }
            days = days.lowerBound..<end
        }
        return days
    }

    private static func hashed(_ paths: [String]) throws(DatasetError) -> [SourceFile] {
        do throws(FileError) {
            var files: [SourceFile] = []
            for path in paths {
                files.append(
                    SourceFile(
                        path: path, bytes: try FileReader(path: path).size, sha256: try FileHash.sha256(of: path)))
            }
            return files
        } catch { throw .file(error) }
    }
}
