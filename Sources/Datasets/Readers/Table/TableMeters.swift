import Foundation
import Runs

/// The meters of a house whose readings stand in one table.
struct TableMeters {
    /// A column with a meter's readings.
    struct Meter {
        /// nil for a meter of the whole house.
        var appliance: String?
        /// Index of the column.
        var column: Int
        var quantity: PowerQuantity
        /// What its numbers are multiplied by for watts, or for watt-hours; negative for what is taken off the sum.
        var scale = 1.0
        var kind = ReadingKind.power

        var name: String { appliance ?? PreparedMeter.aggregateName }
    }

    let head: TableHead
    let time: TimeForm
    /// The column of times, or that of dates and that of times of day.
    let timeColumns: [Int]
    var numbers = NumberForm.plain
    /// The meter whose lines are read, in a table with a line a meter.
    var whose: MeterColumn?
    /// The column that marks lines as wrong, if there is one.
    var issuesColumn: Int?
    let meters: [Meter]

    /// How often each is read, by their first readings in `days`; none where the table can't be read.
    func sampling(house: String, days: Range<Int>) -> [MeterSampling] {
        var probes = meters.map { _ in SamplingProbe(days: days) }
        do throws(DatasetError) {
            _ = try TableFile.read(head.path, layout(dropsIssues: false), into: &probes)
        } catch {
            probes = meters.map { _ in SamplingProbe(days: days) }
        }
        return zip(meters, probes).map { meter, probe in
            MeterSampling(
                house: house, meter: meter.name, source: head.source(of: meter.column), sampling: probe.sampling)
        }
    }

    /// Puts them on the grid in one pass.
    func read(house: String, on grid: Grid, _ sampling: [MeterSampling]) throws(DatasetError) -> HouseMeters {
        let known = sampling.bySource
        var sinks = meters.map { meter in
            let own = self.sampling(of: meter, known)
            return sink(grid.resampler(isAggregate: meter.appliance == nil, own), meter, own)
        }
        let (source, lines) = try TableFile.read(
            head.path, layout(dropsIssues: grid.preparation.dropsIssues), into: &sinks)
        var result = HouseMeters(house: house, meters: [], lines: lines, files: [source])
        // From the end, so that each series has one owner: a copy of years is large.
        for meter in meters.reversed() {
            let series = sinks.removeLast().base.series()
            result.meters.append(
                HouseMeters.Meter(
                    appliance: meter.appliance, source: head.source(of: meter.column), quantity: meter.quantity,
                    series: series))
        }
        result.meters.reverse()
        return result
    }

    /// Looks through them in one pass.
    func audit(
        house: String, on grid: Grid, _ sampling: [MeterSampling], zone: TimeZone
    ) throws(DatasetError) -> HouseAudit {
        let known = sampling.bySource
        var sinks = meters.map { meter in
            let own = self.sampling(of: meter, known)
            return sink(ReadingAudit(of: meter.appliance.map(Appliances.kind), on: grid, own, zone: zone), meter, own)
        }
        let (source, lines) = try TableFile.read(
            head.path, layout(dropsIssues: grid.preparation.dropsIssues), into: &sinks)
        return HouseAudit(
            house: house,
            meters: zip(meters, sinks).map { meter, sink in
                var audit = sink.base
                audit.finish()
                return HouseAudit.Meter(
                    name: meter.name, source: head.source(of: meter.column), quantity: meter.quantity,
                    readings: .success(audit))
            }, lines: lines, files: [source])
    }

    private func sampling(of meter: Meter, _ known: [String: MeterSampling]) -> Sampling? {
        known[head.source(of: meter.column)]?.sampling
    }

    private func sink<Base>(_ base: Base, _ meter: Meter, _ sampling: Sampling?) -> MeterSink<Base> {
        MeterSink(base, meter.kind, seconds: sampling?.interval ?? base.period)
    }

    private func layout(dropsIssues: Bool) -> TableLayout {
        var layout = TableLayout(
            separator: head.separator, columns: head.names.map { ($0, .unused) }, firstLine: head.rowLine, time: time,
            numbers: numbers, scales: meters.map(\.scale), dropsIssues: dropsIssues)
        if timeColumns.count == 1 {
            layout.columns[timeColumns[0]].role = .time
        } else {
            layout.columns[timeColumns[0]].role = .date
            layout.columns[timeColumns[1]].role = .timeOfDay
        }
        for (index, meter) in meters.enumerated() { layout.columns[meter.column].role = .meter(index) }
        if let issuesColumn { layout.columns[issuesColumn].role = .issues }
        if let whose {
            layout.columns[whose.column].role = .whose
            layout.whose = whose
        }
        return layout
    }
}
