/// The column that says whose reading a line is, in a table with a line a meter.
struct MeterColumn: Equatable, Sendable {
    /// What such columns are called.
    private static let labels: Set = [
        "entity_id", "entity", "friendly_name", "statistic_id", "meter", "meter_id", "meterid", "sensor", "sensor_id",
        "device", "device_id", "deviceid", "device_name", "plug", "node", "mac", "serial", "serial_number", "house",
        "house_id", "houseid", "home", "home_id", "homeid", "dataid", "lclid", "channel", "circuit", "appliance",
        "name", "id", "metric", "variable", "measurement", "field", "key", "tag", "label", "series", "topic", "point",
        "location", "room", "source", "userid", "user_id", "zähler", "gerät", "compteur", "contador",
    ]
    /// Those that may be something else, such as a tariff's name: what stands there has to alternate, too.
    private static let vague: Set = ["name", "label", "location", "room", "source", "key", "tag", "point", "series"]
    /// As a meter's name: all lines are one meter's, whatever stands in their columns.
    private static let all = "*"

    /// Index of the column, and what stands there in the lines that are read.
    let column: Int
    let value: String

    /// nil for a table with a column a meter; throws where lines of several meters follow one another and none is named.
    init?(_ head: TableHead, _ survey: TableSurvey, times: TableTimes, meter: String?) throws(DatasetError) {
        let candidates = head.names.indices.filter { !times.columns.contains($0) }
        if meter == Self.all { return nil }
        if let meter {
            let named = candidates.filter { Self.isNamed(head.names[$0], survey.columns[$0]) }
            let texts = candidates.filter { !survey.columns[$0].isNumeric || survey.columns[$0].alternates }
            guard let column = (named + texts).first(where: { survey.columns[$0].texts.contains(meter) }) else {
                let known = (named.isEmpty ? texts : named).flatMap { survey.columns[$0].texts.sorted() }
                throw .noMeter(meter, file: head.path, available: known)
            }
            self.column = column
            value = meter
            return
        }
        let time = survey.columns[times.columns[times.columns.count - 1]]
        let shared = Double(time.isNumeric ? time.repeats : time.sameTexts) / Double(max(1, time.filled))
        for column in candidates {
            let found = survey.columns[column]
            guard found.texts.count > 1, found.texts.count < survey.lines else { continue }
            let isNamed = Self.isNamed(head.names[column], found)
            // Numbers without a telling name have to be as many as there are lines of one time.
            let meters = Double(found.texts.count)
            let isLikely = found.isNumeric ? found.changesAlways && abs(shared - (meters - 1) / meters) < 0.02 : true
            let isSure = isNamed && (!Self.vague.contains(ColumnName(head.names[column]).label) || shared > 0.3)
            if isSure || (isNamed || isLikely) && found.alternates {
                throw .severalMeters(file: head.path, column: head.source(of: column), meters: found.texts.sorted())
            }
        }
        return nil
    }

    /// Whether a line is of the meter, by what stands in the column.
    func isOwn(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
        field.elementsEqual(value.utf8) || TableParser.text(field) == value
    }

    /// Whether a column is called like one of meters. A column of powers may be called like a house, so numbers must be
    /// few that change all the time.
    private static func isNamed(_ name: String, _ column: ColumnSurvey) -> Bool {
        let name = ColumnName(name)
        return labels.contains(name.label) && (!column.isNumeric || name.quantity == .other || column.alternates)
    }
}
