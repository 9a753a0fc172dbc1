extension HousePreparation {
    /// What was done, in sentences without the house's name; a step that found nothing has none.
    package var sentences: [String] {
        var sentences: [String] = []
        for meter in meters {
            let limit = meter.meter == Self.aggregateName ? settings.aggregateLimit : settings.applianceLimit
            var parts = ["\(meter.readings) readings on \(meter.rows) rows"]
            if meter.outOfRange > 0 {
                parts.append("\(meter.outOfRange) over \(DatasetError.number(limit)) W left out")
            }
            if meter.filled > 0 { parts.append("\(meter.filled) rows filled for up to \(settings.fillLimit) s") }
            if meter.missing > 0 { parts.append("\(meter.missing) rows missing") }
            let quantity = meter.quantity == .unknown ? "" : ", \(meter.quantity.rawValue) power"
            sentences.append(
                "\(meter.meter) (\(meter.sources.joined(separator: " + "))\(quantity)): "
                    + parts.joined(separator: ", ") + ".")
        }
        if stuckRows > 0, let limit = settings.stuckLimit {
            sentences.append(
                "The aggregate stays the same for more than \(limit) s in \(Self.number(stuckSpans, "span")): "
                    + "\(Self.number(stuckRows, "row")) taken for missing.")
        }
        if rowsBelowSum > 0 {
            sentences.append(
                "The aggregate is less than the appliances together in \(Self.number(rowsBelowSum, "row")).")
        }
        if lines.issues > 0 {
            let what = settings.dropsIssues ? "taken for missing" : "kept"
            sentences.append("\(Self.number(lines.issues, "line")) marked as wrong, \(what).")
        }
        if lines.repeated > 0 {
            sentences.append("\(Self.number(lines.repeated, "line")) with the time of the line before, left out.")
        }
        if lines.backward > 0 {
            sentences.append("\(Self.number(lines.backward, "line")) earlier than the line before, left out.")
        }
        if lines.inRepeatedHour > 0 {
            sentences.append(
                "\(Self.number(lines.inRepeatedHour, "line")) in the hour that autumn repeats, told apart by their order."
            )
        }
        if lines.empty > 0 { sentences.append("\(Self.number(lines.empty, "field")) without a reading.") }
        return sentences + remarks
    }

    private static func number(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
