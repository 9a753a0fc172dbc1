import Plots
import Runs
import Support

/// What data the run used and what it left out.
struct DataView {
    struct Part {
        let part: String
        let house: String
        let appliance: String
        let from: String
        let to: String
        let rows: String
        let missing: String
        let used: String
        let gaps: String
    }

    /// A meter of a house after preparation.
    struct Meter {
        let house: String
        let meter: String
        let sources: String
        let sampling: String
        let readings: String
        let glitches: String
        let rows: String
        let coverage: String
        let filled: String
        let missing: String
        let gaps: String
        let longestGap: String
    }

    struct Leakage {
        /// `passed` or `failed`.
        let result: String
        let sentence: String
    }

    let facts: [FactView]
    let hasMeters: Bool
    let meters: [Meter]
    /// What was found in houses as a whole.
    let hasFindings: Bool
    let findings: [TextView]
    /// Whether it was looked for rows that are both learnt from and scored; empty in runs that trained nothing.
    let leakage: [Leakage]
    let hasParts: Bool
    let parts: [Part]
    let hasFiles: Bool
    let files: [FileView]
    let filesSummary: String

    init(_ data: DataSummary, times: TimeText, tables: TableLength) {
        let houses = (data.houses ?? []).prefix(tables.rows)
        facts =
            [
                FactView("Source", data.source), FactView("Sampling period", "\(data.periodS) s"),
                FactView("Time zone", data.timeZone ?? "none: these data have no clock"),
            ] + (data.asked.map(Self.asked) ?? [])
            + houses.map { house in
                FactView(
                    "\(HouseName.text(house.house).english), days found",
                    "\(times.text(house.start)) to \(times.text(house.end))"
                )
            } + (houses.first.map { Self.limits($0.limits, of: houses.flatMap(\.meters)) } ?? []) + [
                FactView("sha256 of the data", data.sha256)
            ]
        meters = Array(
            houses.flatMap { house in house.meters.map { Self.meter($0, in: HouseName.text(house.house).english) } }
                .prefix(tables.rows))
        hasMeters = !meters.isEmpty
        findings = Array(
            houses.flatMap { house in house.sentences.map { TextView("\(HouseName.text(house.house).english): \($0)") }
            }
            .prefix(tables.rows))
        hasFindings = !findings.isEmpty
        leakage =
            data.leakage.map { [Leakage(result: $0.passed ? "passed" : "failed", sentence: $0.message.text.english)] }
            ?? []
        parts = data.parts.prefix(tables.rows).map { part in
            Part(
                part: part.part, house: HouseName.text(part.house).english, appliance: part.appliance,
                from: times.text(part.start),
                to: times.text(part.end), rows: AmountText.count(part.rows),
                missing: AmountText.count(part.missingRows), used: AmountText.count(part.windows),
                gaps: AmountText.count(part.windowsWithGaps))
        }
        hasParts = !parts.isEmpty
        files = data.files.prefix(tables.rows).map(FileView.init)
        hasFiles = !files.isEmpty
        filesSummary = data.files.count == 1 ? "The file read" : "The \(data.files.count) files read"
    }

    private static func asked(_ asked: AskedData) -> [FactView] {
        var facts: [FactView] = []
        let days = [asked.from.map { "from \($0)" }, asked.to.map { "to \($0)" }].compactMap { $0 }
        facts.append(FactView("Days asked for", days.isEmpty ? "all there are" : days.joined(separator: " ")))
        if !asked.testHouses.isEmpty {
            let list = { (houses: [Int]) in
                houses.isEmpty ? "all others" : houses.map(String.init).joined(separator: ", ")
            }
            facts.append(
                FactView("Split by house", "train \(list(asked.trainHouses)), test \(list(asked.testHouses))"))
        } else if asked.split.count == 3 {
            let parts = asked.split.map { NumberText.significant($0) + " %" }
            facts.append(FactView("Split in time", "train \(parts[0]), validation \(parts[1]), test \(parts[2])"))
        }
        return facts
    }

    private static func limits(_ limits: PreparationLimits, of meters: [PreparedMeter]) -> [FactView] {
        let watts = { (value: Double) in NumberText.significant(value) + " W" }
        // Longer than the limit for a meter that is read more seldom.
        let filled = meters.map { $0.fillLimitS ?? limits.fillLimitS }
        let (least, most) = (filled.min() ?? limits.fillLimitS, filled.max() ?? limits.fillLimitS)
        return [
            FactView(
                "Glitches are readings beyond",
                "\(watts(limits.applianceLimitW)) of an appliance, \(watts(limits.aggregateLimitW)) of a house"),
            FactView("The last reading stands in for up to", least == most ? "\(most) s" : "\(least) to \(most) s"),
            FactView(
                "An aggregate is stuck after",
                limits.stuckLimitS.map { AmountText.duration(seconds: $0) } ?? "any time: not looked for"),
        ]
    }

    private static func meter(_ meter: PreparedMeter, in house: String) -> Meter {
        Meter(
            house: house, meter: meter.quantity == "apparent" ? meter.meter + " (VA)" : meter.meter,
            sources: meter.sources.joined(separator: " + "),
            sampling: meter.samplingS.map { "\($0)\u{A0}s" } ?? "unknown",
            readings: AmountText.count(meter.readings), glitches: AmountText.count(meter.glitches),
            rows: AmountText.count(meter.rows), coverage: meter.coverage.map(coverage) ?? "none",
            filled: AmountText.count(meter.filled), missing: AmountText.count(meter.missing),
            gaps: AmountText.count(meter.gaps),
            longestGap: meter.gaps > 0 ? AmountText.duration(seconds: meter.longestGapS) : "")
    }

    /// Not quite all must not read as if it were.
    private static func coverage(_ share: Double) -> String {
        let text = NumberText.fixed(100 * share, decimals: 1)
        return (text == "100.0" && share < 1 ? ">\u{A0}99.9" : text) + "\u{A0}%"
    }
}

/// A file with its size and hash.
struct FileView {
    let path: String
    let size: String
    let sha256: String

    init(_ file: DataFile) {
        path = file.path
        size = AmountText.count(file.bytes)
        sha256 = file.sha256
    }
}

/// A list of files, which may be empty.
struct FilesView {
    let hasRows: Bool
    /// All but the figures.
    let rows: [FileView]
    let hasFigures: Bool
    let figuresSummary: String
    /// A line a file, as sha256sum writes it: a table of three files a figure would be a tenth of the page's elements.
    let figures: String

    init(_ files: [DataFile], tables: TableLength) {
        let drawn = files.filter { $0.path.hasPrefix("figures/") }
        rows = files.filter { !$0.path.hasPrefix("figures/") }.prefix(tables.rows).map(FileView.init)
        hasRows = !files.isEmpty
        hasFigures = !drawn.isEmpty
        figuresSummary = "The \(drawn.count) files of figures, each as PNG, SVG and PDF"
        figures = drawn.prefix(tables.files).map { "\($0.sha256)  \($0.path)" }.joined(separator: "\n")
    }
}
