import Foundation

/// The meters of a house whose readings stand in one table.
struct TableMeters {
    /// A column with a meter's readings.
    struct Meter {
        /// nil for a meter of the whole house.
        var appliance: String?
        /// Index of the column.
        var column: Int
        var quantity: PowerQuantity
        /// What its numbers are multiplied by for watts.
        var scale = 1.0
    }

    let head: TableHead
    let time: TimeForm
    let timeColumn: Int
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
                house: house, meter: meter.appliance ?? HousePreparation.aggregateName,
                source: head.source(of: meter.column), sampling: probe.sampling)
        }
    }

    /// Puts them on the grid in one pass.
    func read(house: String, on grid: Grid, _ sampling: [MeterSampling]) throws(DatasetError) -> HouseMeters {
        var resamplers = meters.map {
            grid.resampler(isAggregate: $0.appliance == nil, sampling[head.source(of: $0.column)])
        }
        let (source, lines) = try TableFile.read(
            head.path, layout(dropsIssues: grid.preparation.dropsIssues), into: &resamplers)
        var result = HouseMeters(house: house, meters: [], lines: lines, files: [source])
        // From the end, so that each series has one owner: a copy of years is large.
        for meter in meters.reversed() {
            let series = resamplers.removeLast().series()
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
        var audits = meters.map {
            ReadingAudit(
                of: $0.appliance.map(Appliances.kind), on: grid, sampling[head.source(of: $0.column)], zone: zone)
        }
        let (source, lines) = try TableFile.read(
            head.path, layout(dropsIssues: grid.preparation.dropsIssues), into: &audits)
        for index in audits.indices { audits[index].finish() }
        return HouseAudit(
            house: house,
            meters: zip(meters, audits).map { meter, audit in
                HouseAudit.Meter(
                    name: meter.appliance ?? HousePreparation.aggregateName, source: head.source(of: meter.column),
                    quantity: meter.quantity, readings: .success(audit))
            }, lines: lines, files: [source])
    }

    private func layout(dropsIssues: Bool) -> TableLayout {
        var layout = TableLayout(
            separator: head.separator, columns: head.names.map { ($0, .unused) }, hasHeader: head.hasHeader,
            time: time, scales: meters.map(\.scale), dropsIssues: dropsIssues)
        layout.columns[timeColumn].role = .time
        for (index, meter) in meters.enumerated() { layout.columns[meter.column].role = .meter(index) }
        if let issuesColumn { layout.columns[issuesColumn].role = .issues }
        return layout
    }
}
