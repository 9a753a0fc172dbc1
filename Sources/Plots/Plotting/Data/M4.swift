/// Decimation to what a picture of a given width can show, after Jugel, Jerzak, Hackenbroich and Markl, "M4: A
/// Visualization-Oriented Time Series Data Aggregation", PVLDB 7(10), 2014: of each pixel column the first, the least,
/// the greatest and the last sample. A line through them covers the same pixels as a line through all samples, so a
/// peak of one sample survives, which averaging would flatten.
package enum M4 {
    /// The indices kept of `values`, ascending; all of them where no column holds more than four.
    ///
    /// Samples that are not finite are gaps: a column that has any keeps its first, so that the line still breaks.
    package static func indices(of values: [Float], columns: Int) -> [Int] {
        precondition(columns > 0, "a picture needs at least one column, got \(columns)")
        guard values.count > 4 * columns else { return Array(values.indices) }
        var kept: [Int] = []
        kept.reserveCapacity(5 * columns)
        values.withUnsafeBufferPointer { values in
            for column in 0..<columns {
                let start = column * values.count / columns
                let end = (column + 1) * values.count / columns
                var first: Int?
                var gap: Int?
                var (least, greatest, last) = (start, start, start)
                for index in start..<end {
                    guard values[index].isFinite else {
                        gap = gap ?? index
                        continue
                    }
                    if first == nil {
                        first = index
                        (least, greatest) = (index, index)
                    }
                    if values[index] < values[least] { least = index }
                    if values[index] > values[greatest] { greatest = index }
                    last = index
                }
                var column = gap.map { [$0] } ?? []
                if let first { column += [first, least, greatest, last] }
                column.sort()
                for index in column where index != kept.last { kept.append(index) }
            }
        }
        return kept
    }
}
