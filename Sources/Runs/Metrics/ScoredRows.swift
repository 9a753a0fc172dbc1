import Support

/// What was scored of one appliance, whatever file and house it came from: by its hash two results are known to be of the
/// same rows.
package enum ScoredRows {
    /// sha256 over the period and, of each house, its rows in time order: the second since the first scored row of all
    /// houses, aggregate and truth as little-endian bits. Names of houses, their order, predictions and where gaps cut a
    /// series do not count.
    ///
    /// Times are counted from the first row, so that moving all of them, as `--share` does, leaves the hash, and the hash
    /// of a shared run tells nothing of the real dates. ``Comparability`` looks at the first row's time apart.
    package static func sha256(of series: [PredictionSeries]) -> String {
        let first = series.map(\.start).min() ?? 0
        let houses = Dictionary(grouping: series, by: \.house).values.map { parts in
            var sum = SHA256Sum()
            for part in parts.sorted(by: { $0.start < $1.start }) { add(part, from: first, to: &sum) }
            return sum.hexadecimal()
        }
        let period = series.first?.periodS ?? 0
        return FileHash.sha256(([String(period)] + houses.sorted()).joined(separator: "\n"))
    }

    private static func add(_ part: PredictionSeries, from first: Int, to sum: inout SHA256Sum) {
        let rows = part.aggregateW.count
        // Years of rows are not held twice.
        for piece in stride(from: 0, to: rows, by: 4096) {
            var words: [UInt32] = []
            for row in piece..<min(piece + 4096, rows) {
                let second = UInt64(part.start - first + row * part.periodS)
                words.append(UInt32(truncatingIfNeeded: second).littleEndian)
                words.append(UInt32(truncatingIfNeeded: second >> 32).littleEndian)
                words.append(bits(part.aggregateW[row]))
                words.append(bits(part.truthW?[row] ?? .nan))
            }
            words.withUnsafeBytes { sum.add($0) }
        }
    }

    /// -0 is 0: a file of one and of the other have the same rows.
    private static func bits(_ watts: Float) -> UInt32 { (watts == 0 ? 0 : watts).bitPattern.littleEndian }
}

extension [ApplianceResult] {
    /// With the hashes of the rows that each was scored on, of `series` of all of them.
    package func withScoredRows(_ series: [PredictionSeries]) -> [ApplianceResult] {
        let byAppliance = Dictionary(grouping: series, by: \.appliance)
        return map { result in
            var result = result
            result.scoredSha256 = byAppliance[result.name].map(ScoredRows.sha256)
            return result
        }
    }
}
