import Support

/// What preparation did to one house's readings.
package struct PreparedHouse: Codable, Equatable, Sendable {
    /// `house_1`.
    package var house: String
    /// Unix seconds of the first row and of the end of the last one, whatever part it is in.
    package var start: Int
    package var end: Int
    /// The whole house's first.
    package var meters: [PreparedMeter]
    /// Rows whose aggregate stayed the same for too long, and in how many spans: they are missing.
    package var stuckRows: Int
    package var stuckSpans: Int
    /// Rows where the aggregate is less than the sum of the appliances that were read.
    package var rowsBelowSum: Int
    package var lines: TableLines
    package var limits: Preparation
    /// What else a reader should know, as sentences.
    package var remarks: [Said<DataRemark>]
    /// sha256 of the aggregate's rows, by which the house is known again under another name; nil in files of versions
    /// that did not say.
    package var aggregateSha256: String?

    package init(
        house: String, start: Int, end: Int, meters: [PreparedMeter] = [], stuckRows: Int = 0, stuckSpans: Int = 0,
        rowsBelowSum: Int = 0, lines: TableLines = TableLines(), limits: Preparation, remarks: [Said<DataRemark>] = [],
        aggregateSha256: String? = nil
    ) {
        self.house = house
        self.start = start
        self.end = end
        self.meters = meters
        self.stuckRows = stuckRows
        self.stuckSpans = stuckSpans
        self.rowsBelowSum = rowsBelowSum
        self.lines = lines
        self.limits = limits
        self.remarks = remarks
        self.aggregateSha256 = aggregateSha256
    }

    /// What was found in the house as a whole, in sentences; a step that found nothing has none.
    package var sentences: [Text] {
        var findings: [HouseFinding] = []
        if stuckRows > 0, let limit = limits.stuckLimitS {
            findings.append(.stuck(limitS: limit, spans: stuckSpans, rows: stuckRows))
        }
        if rowsBelowSum > 0 { findings.append(.belowSum(rows: rowsBelowSum)) }
        for meter in meters {
            guard let over = meter.rowsOverAggregate, over > 0, let on = meter.rowsOn else { continue }
            findings.append(.belowAppliance(appliance: meter.meter, rows: over, of: on))
        }
        return (findings + lines.findings(dropsIssues: limits.dropsIssues)).map(\.text) + remarks.map(\.text)
    }

    /// Rules that took more than a hundredth of the rows, lines or readings, by their settings.
    package var leftOut: [LeftOut] {
        var messages: [LeftOut] = []
        for meter in meters {
            let isAggregate = meter.meter == meters[0].meter
            let limit = isAggregate ? limits.aggregateLimitW : limits.applianceLimitW
            guard let share = LeftOut.Share(meter.glitches, of: meter.readings) else { continue }
            messages.append(
                .overLimit(
                    share: share, meter: meter.meter, house: house, limitW: Int(limit),
                    setting: isAggregate ? "aggregate_limit" : "appliance_limit"))
        }
        if let share = LeftOut.Share(stuckRows, of: meters.first?.rows ?? 0) {
            messages.append(.stuck(share: share, house: house, limitS: limits.stuckLimitS ?? 0))
        }
        let read = meters.map(\.readings).max() ?? 0
        if limits.dropsIssues, let share = LeftOut.Share(lines.issues, of: read + lines.issues) {
            messages.append(.issues(share: share, house: house))
        }
        let early = lines.repeated + lines.backward
        if let share = LeftOut.Share(early, of: read + early) { messages.append(.notLater(share: share, house: house)) }
        return messages
    }
}
