import Runs

extension [Segment] {
    /// Rows with readings of both meters: those in gaps are neither predicted nor scored.
    package var knownRows: Int { reduce(0) { $0 + $1.rows - $1.missingRows } }
}

extension Dataset {
    /// What the rows of all parts take in memory. The appliances of a house share its aggregate.
    package var bytes: Int {
        var aggregates: [String: Int] = [:]
        var bytes = 0
        for data in appliances {
            for segment in Part.allCases.flatMap({ data[$0] }) {
                let own = Segment.bytes(rows: segment.rows, segments: 1)
                let aggregate = segment.rows * MemoryLayout<Float>.stride
                bytes += own - aggregate
                aggregates["\(segment.house) \(segment.start)"] = aggregate
            }
        }
        return aggregates.values.reduce(bytes, +)
    }
}
