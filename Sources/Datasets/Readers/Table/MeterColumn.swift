/// The column that says whose reading a line is, in a table with a line a meter.
struct MeterColumn: Equatable, Sendable {
    /// What such columns are called.
    private static let labels: Set = [
        "entity_id", "entity", "friendly_name", "meter", "meter_id", "meterid", "sensor", "sensor_id", "device",
        "device_id", "deviceid", "device_name", "house", "house_id", "houseid", "home", "home_id", "homeid", "dataid",
        "channel", "circuit", "appliance", "name", "id", "metric", "variable", "measurement", "key", "tag", "series",
        "topic", "point", "location", "userid", "user_id",
    ]

    /// Index of the column, and what stands there in the lines that are read.
    let column: Int
    let value: String

    /// nil for a table with a column a meter; throws where lines of several meters follow one another and none is named.
    init?(_ head: TableHead, _ survey: TableSurvey, times: TableTimes, meter: String?) throws(DatasetError) {
        let candidates = head.names.indices.filter { !times.columns.contains($0) }
        if let meter {
            guard let column = candidates.first(where: { Self.values(survey.columns[$0]).contains(meter) }) else {
                let known = candidates.filter { Self.isNamed(head.names[$0], survey.columns[$0]) }
                    .flatMap { Self.values(survey.columns[$0]) }
                throw .noMeter(meter, file: head.path, available: known)
            }
            self.column = column
            value = meter
            return
        }
        let time = survey.columns[times.columns[times.columns.count - 1]]
        let areTimesShared = (time.isNumeric ? time.repeats : time.sameTexts) * 10 > time.filled * 3
        for column in candidates {
            let found = survey.columns[column]
            let values = Self.values(found)
            guard values.count > 1, values.count < survey.lines else { continue }
            // Of a column without a telling name, each text has to come again and again at times that come again.
            let isUnnamed = areTimesShared && !found.isNumeric && found.filled >= 10 && found.filled >= 3 * values.count
            if Self.isNamed(head.names[column], found) || isUnnamed {
                throw .severalMeters(file: head.path, column: head.source(of: column), meters: values)
            }
        }
        return nil
    }

    private static func isNamed(_ name: String, _ column: ColumnSurvey) -> Bool {
        let name = ColumnName(name)
        // A column of powers may be called like a house.
        return labels.contains(name.label) && (!column.isNumeric || name.quantity == .other)
    }

    /// What stands in the column, if that is little, sorted.
    private static func values(_ column: ColumnSurvey) -> [String] {
        if column.isNumeric { return column.values.sorted().map(DatasetError.number) }
        return column.hasManyTexts ? [] : column.texts.sorted()
    }
}
