import Plots

/// The numbers of a house's meters as cells, for the page and for a terminal alike: a row a meter.
struct MeterTable {
    let title: String
    let head: [String]
    let rows: [[String]]

    /// The columns before the numbers.
    static let names = 2
    private static let nothing = "-"

    /// What was read, what it says of power, and what preparation makes of it.
    static func all(of house: HouseInspection, periodS: Int) -> [MeterTable] {
        [
            MeterTable(
                "Readings", of: house.meters,
                ["Readings", "Every", "Odd", "Coverage", "Gaps", "Longest gap", "Glitches"]
            ) { meter in
                [
                    String(meter.readings), meter.samplingS.map { "\($0) s" } ?? nothing, percent(meter.oddIntervals),
                    percent(meter.coverage), String(meter.gaps),
                    meter.longestGaps.first.map { DurationScale.text($0.seconds) } ?? nothing, String(meter.glitches),
                ]
            },
            MeterTable(
                "Power", of: house.meters,
                [
                    "Mean (W)", "Least (W)", "Most (W)", "kWh/day", "On", "When on (W)", "Rises/day", "Uses/day",
                    "A use",
                ]
            ) { meter in
                [
                    mean(meter.meanW), watts(meter.minimumW), watts(meter.maximumW), mean(meter.energyKwhPerDay),
                    percent(meter.onShare), mean(meter.onMeanW), perDay(meter.risesPerDay), perDay(meter.usesPerDay),
                    meter.medianUseS.map { DurationScale.text($0) } ?? nothing,
                ]
            },
            MeterTable(
                "Preparation: rows of \(periodS) s", of: house.meters,
                ["Rows", "Filled", "Missing", "Stuck", "Stuck spans"]
            ) { meter in
                let rows = meter.prepared
                return [rows.rows, rows.filled, rows.missing, rows.stuck, rows.stuckSpans].map { String($0) }
            },
        ]
    }

    private init(
        _ title: String, of meters: [MeterInspection], _ numbers: [String], _ cells: (MeterInspection) -> [String]
    ) {
        self.title = title
        head = ["Meter", "Source"] + numbers
        // Apparent power is told from active.
        rows = meters.map { meter in
            [meter.quantity == "apparent" ? "\(meter.name) (VA)" : meter.name, meter.source] + cells(meter)
        }
    }

    private static func percent(_ share: Double?) -> String {
        guard let share else { return nothing }
        // A share that is not quite all, or not quite nothing, must not read as if it were.
        let text = NumberText.fixed(100 * share, decimals: 1)
        if text == "100.0", share < 1 { return "> 99.9 %" }
        if text == "0.0", share > 0 { return "< 0.1 %" }
        return text + " %"
    }

    private static func watts(_ value: Double?) -> String { value.map { NumberText.significant($0) } ?? nothing }

    private static func mean(_ value: Double?) -> String { value.map { NumberText.digits($0) } ?? nothing }

    private static func perDay(_ value: Double?) -> String {
        value.map { NumberText.fixed($0, decimals: 1) } ?? nothing
    }
}
