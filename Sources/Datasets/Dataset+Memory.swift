import Runs

extension [Stretch] {
    /// Rows with readings of both meters: those in gaps are neither predicted nor scored.
    package var knownRows: Int { reduce(0) { $0 + $1.rows - $1.missingRows } }
}

extension Dataset {
    /// What the rows of all parts take in memory. The appliances of a house share its aggregate.
    package var bytes: Int {
        var aggregates: [String: Int] = [:]
        var bytes = 0
        for data in appliances {
            for stretch in Part.allCases.flatMap({ data[$0] }) {
                let own = Stretch.bytes(rows: stretch.rows, stretches: 1)
                let aggregate = stretch.rows * MemoryLayout<Float>.stride
                bytes += own - aggregate
                aggregates["\(stretch.house) \(stretch.start)"] = aggregate
            }
        }
        return aggregates.values.reduce(bytes, +)
    }
}
