/// A change from one steady power to another.
struct Edge: Equatable {
    /// Samples that differ by less than this, watts, are one steady power (Hart 1992 takes 15).
    static let steady: Float = 15

    /// The first sample that differs from the steady power before.
    var row: Int
    /// Watts; below 0 for a fall.
    var size: Float

    /// The edges of a segment without gaps that are `smallest` watts or more, in time order.
    ///
    /// Changes in one direction from sample to sample make up one edge: what is switched on between two samples, or
    /// takes some samples to start, shows as several.
    static func edges(of watts: some RandomAccessCollection<Float>, smallest: Float) -> [Edge] {
        var edges: [Edge] = []
        var current = Edge(row: 0, size: 0)
        func finish() {
            if abs(current.size) >= smallest { edges.append(current) }
        }
        var last: Float?
        for (row, power) in watts.enumerated() {
            defer { last = power }
            guard let previous = last else { continue }
            let change = power - previous
            if abs(change) < steady {
                finish()
                current.size = 0
            } else if current.size * change > 0 {
                current.size += change
            } else {
                finish()
                current = Edge(row: row, size: change)
            }
        }
        finish()
        return edges
    }
}
