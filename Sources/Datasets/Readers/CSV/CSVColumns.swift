/// Which columns of a CSV file are what.
struct CSVColumns {
    private static let aggregateLabels = [
        "aggregate", "mains", "total", "whole_house", "house", "main", "grid", "site_meter", "use", "usage", "power",
        "active_power", "global_active_power", "grid_power", "total_power", "mains_power", "house_power", "import",
    ]

    /// Columns whose powers are added up, and those that are taken off the sum.
    typealias Sum = [(column: Int, isSubtracted: Bool)]

    let aggregate: Sum
    /// Canonical names and columns, in the order of the options or else of the columns.
    let appliances: [(name: String, column: Int)]
    /// The names of the columns that are read for nothing.
    let unused: [String]

    /// `taken` columns are something else.
    init(_ table: CSVTable, _ options: CSVOptions, besides taken: [Int] = []) throws(DatasetError) {
        let head = table.head
        let names = head.names.map { ColumnName($0) }
        let isEnergy = if case .energy? = options.unit?.quantity { true } else { false }
        let others = head.names.indices.filter { column in
            let isEnergyColumn = if case .energy = names[column].quantity { true } else { false }
            return !table.times.columns.contains(column) && table.whose?.column != column && !taken.contains(column)
                && !TableTimes.isTime(head.names[column]) && (names[column].isPower || isEnergy && isEnergyColumn)
        }
        if options.aggregate.isEmpty {
            // An energy is refused with the advice that its column needs, not passed over.
            if !isEnergy, let energy = head.names.indices.first(where: { Self.isAggregate(names[$0]) }),
                !others.contains(where: { Self.aggregateLabels.contains(names[$0].label) })
            {
                _ = try table.meter(nil, energy)
            }
            let candidates = others.filter { Self.isAggregateLabel(names[$0].label) }
            let first = candidates.first { names[$0].label == Self.aggregateLabels[0] }
            guard candidates.count < 2 || first != nil else {
                throw .aggregateUnclear(file: head.path, available: head.names)
            }
            let named = first ?? candidates.first
            // What is called like an appliance is none.
            let alone = others.filter { column in
                !Appliances.table.contains { $0.name == Appliances.canonicalName(names[column].label) }
            }
            let bare = head.names.indices.filter { column in
                if case .power = names[column].quantity { names[column].label.isEmpty } else { false }
            }
            guard
                let column = named ?? (others.count == 1 && alone.count == 1 || !head.hasHeader ? others.first : nil)
                    ?? (others.isEmpty ? bare.first : nil)
            else {
                throw .aggregateUnclear(file: head.path, available: head.names)
            }
            aggregate = [(column, false)]
        } else {
            aggregate = try Self.sum(options.aggregate, head)
        }
        let mains = aggregate.map(\.column)
        var appliances: [(name: String, column: Int)] = []
        if options.appliances.isEmpty {
            for index in others where !mains.contains(index) {
                let column = table.survey.columns[index]
                guard column.isNumeric || column.filled == 0, isEnergy || !column.onlyRises,
                    !(column.maximum > ReadingLine.largestPower)
                else { continue }
                appliances.append((Appliances.canonicalName(names[index].label), index))
            }
        }
        for text in options.appliances {
            // A name may have an = of its own, so a column that is called like the whole text goes first.
            if let index = head.column(text) {
                appliances.append((Appliances.canonicalName(names[index].label), index))
                continue
            }
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            let index = try Self.column(parts.last ?? text, "--csv-appliances", head)
            appliances.append((Appliances.canonicalName(parts.count == 2 ? parts[0] : names[index].label), index))
        }
        let used = table.times.columns + mains + appliances.map(\.column)
        var seen: Set<Int> = []
        if let twice = (taken + used).first(where: { !seen.insert($0).inserted }) {
            throw .columnTwice(head.names[twice], file: head.path)
        }
        self.appliances = appliances
        let isUsed = Set(used)
        unused = head.names.indices.filter { !isUsed.contains($0) && table.whose?.column != $0 }.map { head.names[$0] }
    }

    /// Whether a label is the whole house's, or that of one of its mains (`mains_2`).
    private static func isAggregateLabel(_ label: String) -> Bool {
        let stem = label.prefix { !$0.isNumber }
        return aggregateLabels.contains(label)
            || ["mains", "mains_", "main", "main_"].contains(String(stem)) && stem.count < label.count
    }

    /// Whether a column without a unit of power is called like the whole house.
    private static func isAggregate(_ name: ColumnName) -> Bool {
        if case .energy = name.quantity { return name.label.isEmpty || aggregateLabels.contains(name.label) }
        return false
    }

    /// The columns of a sum such as `a`, `b` and `c-d`.
    private static func sum(
        _ words: [String], _ head: TableHead
    ) throws(DatasetError) -> Sum {
        // A name may have a comma or a hyphen of its own, so a column that is called like the whole goes first.
        if let column = head.column(words.joined(separator: ",")) { return [(column, false)] }
        var columns: Sum = []
        for word in words {
            if let column = head.column(word) {
                columns.append((column, false))
                continue
            }
            let parts = word.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
            guard parts.count > 1, !parts.contains("") else {
                throw .noColumn(word, file: head.path, option: "--csv-aggregate", available: head.names)
            }
            for (index, part) in parts.enumerated() {
                columns.append((try column(part, "--csv-aggregate", head), index > 0))
            }
        }
        return columns
    }

    private static func column(_ text: String, _ option: String, _ head: TableHead) throws(DatasetError) -> Int {
        guard let column = head.column(text) else {
            throw .noColumn(text, file: head.path, option: option, available: head.names)
        }
        return column
    }
}
