/// Which columns of a CSV file are what.
struct CSVColumns {
    /// What columns of times are called; the first of them that is there is taken.
    private static let timeLabels = [
        "unix", "unix_time", "epoch", "timestamp", "utc", "time", "datetime", "date_time", "date",
    ]
    private static let aggregateLabels = [
        "aggregate", "mains", "total", "whole_house", "house", "main", "grid", "site_meter", "power", "active_power",
        "global_active_power",
    ]

    let time: Int
    let aggregate: Int
    /// Canonical names and columns, in the order of the options or else of the columns.
    let appliances: [(name: String, column: Int)]
    /// The names of the columns that are read for nothing.
    let unused: [String]

    /// `taken` columns are something else.
    init(_ head: TableHead, _ options: CSVOptions, besides taken: [Int] = []) throws(DatasetError) {
        let labels = head.names.map { CSVColumnName($0) }
        func named(_ candidates: [String]) -> Int? {
            for candidate in candidates {
                if let column = labels.firstIndex(where: { $0.label == candidate }) { return column }
            }
            return nil
        }
        func column(_ text: String, _ option: String) throws(DatasetError) -> Int {
            guard let column = head.column(text) else {
                throw .noColumn(text, file: head.path, option: option, available: head.names)
            }
            return column
        }
        let times = head.names.indices.filter { Self.timeLabels.contains(labels[$0].label) }
        let time =
            if let text = options.time { try column(text, "--csv-time") } else { named(Self.timeLabels) ?? 0 }
        let others = head.names.indices.filter {
            $0 != time && !times.contains($0) && labels[$0].isPower && !taken.contains($0)
        }
        let aggregate: Int
        if let text = options.aggregate {
            aggregate = try column(text, "--csv-aggregate")
        } else if let found = named(Self.aggregateLabels).flatMap({ others.contains($0) ? $0 : nil })
            ?? (others.count == 1 || !head.hasHeader ? others.first : nil)
        {
            aggregate = found
        } else {
            throw .aggregateUnclear(file: head.path, available: head.names)
        }
        var appliances: [(name: String, column: Int)] = []
        if options.appliances.isEmpty {
            for index in others where index != aggregate {
                appliances.append((Appliances.canonicalName(labels[index].label), index))
            }
        }
        for text in options.appliances {
            // A name may have an = of its own, so a column that is called like the whole text goes first.
            if let index = head.column(text) {
                appliances.append((Appliances.canonicalName(labels[index].label), index))
                continue
            }
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            let index = try column(parts.last ?? text, "--csv-appliances")
            appliances.append((Appliances.canonicalName(parts.count == 2 ? parts[0] : labels[index].label), index))
        }
        let used = [time, aggregate] + appliances.map(\.column)
        let asked = taken + used
        if let twice = asked.enumerated().first(where: { asked[..<$0.offset].contains($0.element) })?.element {
            throw .columnTwice(head.names[twice], file: head.path)
        }
        self.time = time
        self.aggregate = aggregate
        self.appliances = appliances
        unused = head.names.indices.filter { !used.contains($0) }.map { head.names[$0] }
    }
}
