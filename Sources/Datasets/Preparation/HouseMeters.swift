import Runs
import Support

/// The meters of a house, read but not brought together yet.
struct HouseMeters {
    /// One meter's series and what it is of.
    struct Meter {
        /// nil for a meter of the whole house.
        var appliance: String?
        /// For the report: `channel_5.dat`.
        var source: String
        var quantity: PowerQuantity
        var series: MeterSeries
    }

    var house: String
    var meters: [Meter]
    var lines = TableLines()
    var remarks: [DataRemark] = []
    var files: [DataFile]

    /// Puts every meter on the span of the first one of the whole house, adds up those of one appliance, and masks
    /// what is not to be trusted.
    mutating func onGrid(_ grid: Grid, clock: LocalClock) throws(DatasetError) -> HouseData {
        guard let first = meters.firstIndex(where: { $0.appliance == nil }) else {
            preconditionFailure("\(house) was read without a meter of the whole house")
        }
        guard let cells = meters[first].series.cells else {
            guard let span = meters[first].series.span else {
                throw .noUsableReading(
                    house: house, source: meters[first].source, limit: grid.preparation.aggregateLimitW)
            }
            throw .noReadings(
                house: house,
                days: clock.date(at: grid.days.lowerBound).iso...clock.date(at: grid.days.upperBound - 1).iso,
                first: clock.date(at: span.lowerBound).iso, last: clock.date(at: span.upperBound).iso)
        }
        var report = PreparedHouse(
            house: house, start: cells.lowerBound * grid.period, end: cells.upperBound * grid.period, lines: lines,
            limits: grid.preparation, remarks: remarks.map { Said($0) })
        let parts = meters.filter { $0.appliance == nil }
        var stuck = parts.count == 1 ? parts[0].series.stuck : []
        var aggregate: [Float] = []
        var appliances: [String: [Float]] = [:]
        for name in [nil] + names {
            let (rows, meter) = takeRows(of: name, in: cells)
            if let name { appliances[name] = rows } else { aggregate = rows }
            report.meters.append(meter)
        }
        if parts.count > 1, let limit = grid.preparation.stuckLimitS {
            var spans = StuckSpans(limit: limit)
            for row in aggregate.indices where !aggregate[row].isNaN {
                spans.add(time: (cells.lowerBound + row) * grid.period, power: Double(aggregate[row]))
            }
            spans.finish()
            stuck = spans.cells(period: grid.period)
        }
        (report.stuckRows, report.stuckSpans) = Self.mask(&aggregate, stuck, from: cells.lowerBound)
        report.meters[0].missing += report.stuckRows
        for index in report.meters.indices where report.meters[index].missing > 0 {
            let rows = index == 0 ? aggregate : appliances[report.meters[index].meter] ?? []
            let (count, longest) = Self.gaps(in: rows)
            (report.meters[index].gaps, report.meters[index].longestGapS) = (count, longest * grid.period)
        }
        for index in report.meters.indices.dropFirst() {
            let name = report.meters[index].meter
            (report.meters[index].rowsOn, report.meters[index].rowsOverAggregate) = Self.rows(
                of: aggregate, below: appliances[name] ?? [], from: Appliances.kind(named: name).onThreshold)
        }
        report.rowsBelowSum = Self.rows(of: aggregate, below: Array(appliances.values))
        let meter = DataDoubt.MeterAndSources(house, sources: report.meters[0].sources)
        var doubts: [DataDoubt] = []
        let known = aggregate.lazy.filter { !$0.isNaN }.map(Double.init)
        if let minimum = known.min(), let maximum = known.max() {
            doubts += [HouseSize.doubt(meter, from: minimum, to: maximum)].compactMap { $0 }
        }
        if report.meters[0].glitches * 10 > report.meters[0].readings {
            doubts.append(
                .beyondLimit(
                    meter: meter, readings: report.meters[0].glitches, of: report.meters[0].readings,
                    limitW: grid.preparation.aggregateLimitW))
        }
        for (name, rows) in appliances.sorted(by: { $0.key < $1.key }) {
            guard let maximum = rows.lazy.filter({ !$0.isNaN }).max() else { continue }
            doubts += [HouseSize.doubt(Appliances.kind(named: name), in: house, to: maximum)].compactMap { $0 }
        }
        report.aggregateSha256 = FileHash.sha256(aggregate)
        return HouseData(
            house: house, start: cells.lowerBound * grid.period, period: grid.period, zone: clock.zone,
            aggregate: aggregate, appliances: appliances, preparation: report, doubts: doubts, files: files)
    }

    /// The appliances, in the order of their first meters.
    private var names: [String] {
        var names: [String] = []
        for case let name? in meters.map(\.appliance) where !names.contains(name) { names.append(name) }
        return names
    }

    /// The sum of an appliance's meters, or of those of the whole house, which are gone afterwards: both at once would
    /// take twice the memory. A row that one of them lacks is NaN.
    private mutating func takeRows(of name: String?, in cells: Range<Int>) -> ([Float], PreparedMeter) {
        var sum: [Float] = []
        var report = PreparedMeter(
            meter: name ?? PreparedMeter.aggregateName, sources: [], quantity: .unknown, samplingS: nil, readings: 0,
            glitches: 0, rows: cells.count, filled: 0, missing: 0, gaps: 0, longestGapS: 0, rowsOn: 0,
            rowsOverAggregate: 0,
            fillLimitS: 0)
        while let index = meters.firstIndex(where: { $0.appliance == name }) {
            var meter = meters.remove(at: index)
            report.sources.append(meter.source)
            report.quantity = meter.quantity
            report.samplingS = report.samplingS ?? meter.series.sampling
            report.fillLimitS = max(report.fillLimitS ?? 0, meter.series.fillLimit)
            report.readings += meter.series.readings
            report.glitches += meter.series.outOfRange
            report.filled += meter.series.filledCount(in: cells)
            let (rows, missing) = meter.series.takeRows(cells)
            if sum.isEmpty {
                sum = rows
                report.missing = missing
            } else {
                for row in rows.indices { sum[row] += rows[row] }
                report.missing = sum.count { $0.isNaN }
            }
        }
        return (sum, report)
    }

    /// Makes NaN of the rows of `stuck` cells, where `first` is the cell of the first row; counts the rows that had a value,
    /// and the spans that had one.
    private static func mask(_ rows: inout [Float], _ stuck: [Range<Int>], from first: Int) -> (rows: Int, spans: Int) {
        var counts = (rows: 0, spans: 0)
        for cells in stuck {
            let masked = (cells.lowerBound - first..<cells.upperBound - first).clamped(to: rows.indices)
            let known = masked.count { !rows[$0].isNaN }
            for row in masked { rows[row] = .nan }
            counts.rows += known
            counts.spans += known > 0 ? 1 : 0
        }
        return counts
    }

    /// The segments of rows without a value, and the rows of the longest.
    static func gaps(in rows: [Float]) -> (count: Int, longest: Int) {
        var (count, longest, row) = (0, 0, 0)
        rows.withUnsafeBufferPointer { rows in
            while row < rows.count {
                // Two short loops, as gaps may be months and so may what is between them. Only NaN is not equal to itself;
                // isNaN takes bits apart, which is slower.
                while row < rows.count, rows[row] == rows[row] { row += 1 }
                if row == rows.count { return }
                let start = row
                while row < rows.count, rows[row] != rows[row] { row += 1 }
                count += 1
                longest = max(longest, row - start)
            }
        }
        return (count, longest)
    }

    /// Rows where an appliance is on, from `threshold` watts, and there is an aggregate; those where that is less.
    static func rows(of aggregate: [Float], below rows: [Float], from threshold: Float) -> (on: Int, below: Int) {
        var (on, below) = (0, 0)
        aggregate.withUnsafeBufferPointer { aggregate in
            rows.withUnsafeBufferPointer { rows in
                for row in 0..<min(aggregate.count, rows.count) where rows[row] >= threshold {
                    // No comparison with NaN is true.
                    if aggregate[row] < rows[row] {
                        on += 1
                        below += 1
                    } else if aggregate[row] >= rows[row] {
                        on += 1
                    }
                }
            }
        }
        return (on, below)
    }

    /// Rows where the aggregate is less than the sum of the parts; a row that any of them lacks doesn't count.
    static func rows(of aggregate: [Float], below parts: [[Float]]) -> Int {
        if parts.isEmpty { return 0 }
        var count = 0
        // A piece at a time, meter by meter: row by row would be several times slower.
        var sums = [Float](repeating: 0, count: 4096)
        for start in stride(from: 0, to: aggregate.count, by: sums.count) {
            let piece = start..<min(start + sums.count, aggregate.count)
            // Gaps may be longer than all the rest.
            if aggregate[piece].allSatisfy({ $0.isNaN }) { continue }
            sums.withUnsafeMutableBufferPointer { sums in
                sums.update(repeating: 0)
                for part in parts {
                    part.withUnsafeBufferPointer { part in
                        for row in piece { sums[row - start] += part[row] }
                    }
                }
                aggregate.withUnsafeBufferPointer { aggregate in
                    for row in piece { count &+= aggregate[row] < sums[row - start] ? 1 : 0 }
                }
            }
        }
        return count
    }
}
