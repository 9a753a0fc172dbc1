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
    package var limits: PreparationLimits
    /// What else a reader should know, as sentences.
    package var remarks: [String]
    /// sha256 of the aggregate's rows, by which the house is known again under another name; nil in files of versions
    /// that did not say.
    package var aggregateSha256: String?

    package init(
        house: String, start: Int, end: Int, meters: [PreparedMeter], stuckRows: Int, stuckSpans: Int,
        rowsBelowSum: Int, lines: TableLines, limits: PreparationLimits, remarks: [String],
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
    package var sentences: [String] {
        var sentences: [String] = []
        if stuckRows > 0, let limit = limits.stuckLimitS {
            sentences.append(
                "The aggregate stays the same for more than \(limit) s in \(Self.number(stuckSpans, "span")): "
                    + "\(Self.number(stuckRows, "row")) taken for missing.")
        }
        if rowsBelowSum > 0 {
            sentences.append(
                "The aggregate is less than the appliances together in \(Self.number(rowsBelowSum, "row")).")
        }
        for meter in meters {
            guard let over = meter.rowsOverAggregate, over > 0, let on = meter.rowsOn else { continue }
            sentences.append(
                "The aggregate is less than \(meter.meter) alone in \(over) of \(on) rows in which "
                    + "that is on.")
        }
        return sentences + lines.sentences(dropsIssues: limits.dropsIssues) + remarks
    }

    /// Rules that took more than a hundredth of the rows, lines or readings, as sentences that name their settings.
    package var leftOut: [String] {
        var sentences: [String] = []
        let name = HouseName.text(house)
        func add(_ count: Int, of all: Int, _ text: (String) -> String) {
            guard count * 100 > all, all > 0 else { return }
            let tenths = count * 1000 / all
            sentences.append(text("\(count) of \(all) (\(tenths / 10).\(tenths % 10) %)"))
        }
        for meter in meters {
            let isAggregate = meter.meter == meters[0].meter
            let limit = isAggregate ? limits.aggregateLimitW : limits.applianceLimitW
            let setting = isAggregate ? "aggregate_limit" : "appliance_limit"
            add(meter.glitches, of: meter.readings) {
                "\($0) readings of \(meter.meter) in \(name) are beyond \(Int(limit)) W and were taken for missing (\(setting))."
            }
        }
        add(stuckRows, of: meters.first?.rows ?? 0) {
            "\($0) rows of \(name) were taken for missing, as the aggregate repeats one reading for more than "
                + "\(limits.stuckLimitS ?? 0) s (stuck_limit)."
        }
        let lines = self.lines
        let read = meters.map(\.readings).max() ?? 0
        if limits.dropsIssues {
            add(lines.issues, of: read + lines.issues) {
                "\($0) lines of \(name) are marked as wrong by the data set and were left out (issues)."
            }
        }
        add(lines.repeated + lines.backward, of: read + lines.repeated + lines.backward) {
            "\($0) lines of \(name) are not later than the line before and were left out."
        }
        return sentences
    }

    private static func number(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
