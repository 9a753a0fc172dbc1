import Plots
import Runs
import Support

/// What data the run used and what it left out.
struct DataView {
    struct Part {
        let part: Text
        let house: Text
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
        let house: Text
        let meter: Text
        let sources: Text
        let sampling: Text
        let readings: String
        let glitches: String
        let rows: String
        let coverage: Text
        let filled: String
        let missing: String
        let gaps: String
        let longestGap: String
    }

    struct Leakage {
        /// Passed or failed.
        let result: Text
        let sentence: Text
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
    let filesSummary: Text

    init(_ data: DataSummary, times: TimeText, tables: TableLength) {
        let houses = (data.houses ?? []).prefix(tables.rows)
        facts =
            [
                FactView(Text("Source", es: "Origen"), DataName.text(data.source)),
                FactView(Text("Sampling period", es: "Periodo de muestreo"), verbatim: "\(data.periodS) s"),
                .timeZone(data.timeZone),
            ] + (data.asked.map(Self.asked) ?? [])
            + houses.map { house in
                let (name, start, end) = (HouseName.text(house.house), times.text(house.start), times.text(house.end))
                return FactView(
                    Text("\(name), days found", es: "\(name), días hallados"),
                    Text("\(start) to \(end)", es: "\(start) a \(end)"))
            } + (houses.first.map { Self.limits($0.limits, of: houses.flatMap(\.meters)) } ?? []) + [
                FactView(Text("sha256 of the data", es: "sha256 de los datos"), verbatim: data.sha256)
            ]
        meters = Array(
            houses.flatMap { house in house.meters.map { Self.meter($0, in: HouseName.text(house.house)) } }
                .prefix(tables.rows))
        hasMeters = !meters.isEmpty
        findings = Array(
            houses.flatMap { house in
                house.sentences.map { TextView(Text(same: "\(HouseName.text(house.house)): \($0)")) }
            }.prefix(tables.rows))
        hasFindings = !findings.isEmpty
        leakage =
            data.leakage.map { leakage in
                [
                    Leakage(
                        result: leakage.passed ? Text("passed", es: "superada") : Text("failed", es: "no superada"),
                        sentence: leakage.message.text)
                ]
            } ?? []
        parts = data.parts.prefix(tables.rows).map { part in
            Part(
                part: part.part.text, house: HouseName.text(part.house), appliance: part.appliance,
                from: times.text(part.start), to: times.text(part.end), rows: AmountText.count(part.rows),
                missing: AmountText.count(part.missingRows), used: AmountText.count(part.windows),
                gaps: AmountText.count(part.windowsWithGaps))
        }
        hasParts = !parts.isEmpty
        files = data.files.prefix(tables.rows).map(FileView.init)
        hasFiles = !files.isEmpty
        filesSummary = FileView.countRead(data.files.count)
    }

    private static func asked(_ asked: AskedData) -> [FactView] {
        let days: Text =
            switch (asked.from, asked.to) {
            case (let from?, let to?): Text("from \(from) to \(to)", es: "del \(from) al \(to)")
            case (let from?, nil): Text("from \(from)", es: "desde \(from)")
            case (nil, let to?): Text("to \(to)", es: "hasta \(to)")
            case (nil, nil): Text("all there are", es: "todos los que hay")
            }
        var facts = [FactView(Text("Days asked for", es: "Días pedidos"), days)]
        if !asked.testHouses.isEmpty {
            let list = { (houses: [HouseName]) in
                houses.isEmpty
                    ? Text("all others", es: "todas las demás")
                    : Text(verbatim: houses.map(\.name).joined(separator: ", "))
            }
            let (train, test) = (list(asked.trainHouses), list(asked.testHouses))
            facts.append(
                FactView(
                    Text("Split by house", es: "División por casas"),
                    Text("train \(train), test \(test)", es: "entrenamiento \(train), prueba \(test)")))
        } else if asked.split.count == 3 {
            let parts = asked.split.map { NumberText.significant($0) }
            facts.append(
                FactView(
                    Text("Split in time", es: "División en el tiempo"),
                    Text(
                        "train \(parts[0]) %, validation \(parts[1]) %, test \(parts[2]) %",
                        es: "entrenamiento \(parts[0]) %, validación \(parts[1]) %, prueba \(parts[2]) %")))
        }
        return facts
    }

    private static func limits(_ limits: Preparation, of meters: [PreparedMeter]) -> [FactView] {
        // Longer than the limit for a meter that is read more seldom.
        let filled = meters.map { $0.fillLimitS ?? limits.fillLimitS }
        let (least, most) = (filled.min() ?? limits.fillLimitS, filled.max() ?? limits.fillLimitS)
        return [
            .glitches(limits),
            FactView(
                Text("The last reading stands in for up to", es: "La última lectura sirve durante"),
                AmountText.seconds(least, most)),
            FactView(
                Text("An aggregate is stuck after", es: "Un total está atascado tras"),
                limits.stuckLimitS.map { Text(verbatim: AmountText.duration(seconds: $0)) }
                    ?? Text("any time: not looked for", es: "cualquier tiempo: no se comprueba")),
        ]
    }

    private static func meter(_ meter: PreparedMeter, in house: Text) -> Meter {
        Meter(
            house: house, meter: MeterName.text(meter.meter, quantity: meter.quantity),
            sources: meter.sources.map(SourceName.text).joined(separator: " + "),
            sampling: meter.samplingS.map { Text(verbatim: "\($0)\u{A0}s") } ?? Text("unknown", es: "desconocido"),
            readings: AmountText.count(meter.readings), glitches: AmountText.count(meter.glitches),
            rows: AmountText.count(meter.rows),
            coverage: meter.coverage.map(AmountText.percent) ?? Text("none", es: "ninguna"),
            filled: AmountText.count(meter.filled), missing: AmountText.count(meter.missing),
            gaps: AmountText.count(meter.gaps),
            longestGap: meter.gaps > 0 ? AmountText.duration(seconds: meter.longestGapS) : "")
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

    /// The head of a list of files that were read.
    static func countRead(_ count: Int) -> Text {
        count == 1
            ? Text("The file read", es: "El archivo leído")
            : Text("The \(count) files read", es: "Los \(count) archivos leídos")
    }
}

/// A list of files, which may be empty.
struct FilesView {
    let hasRows: Bool
    /// All but the figures.
    let rows: [FileView]
    let hasFigures: Bool
    let figuresSummary: Text
    /// A line a file, as sha256sum writes it: a table of three files a figure would be a tenth of the page's elements.
    let figures: String

    init(_ files: [DataFile], tables: TableLength) {
        let drawn = files.filter { $0.path.hasPrefix("figures/") }
        rows = files.filter { !$0.path.hasPrefix("figures/") }.prefix(tables.rows).map(FileView.init)
        hasRows = !files.isEmpty
        hasFigures = !drawn.isEmpty
        figuresSummary = Text(
            "The \(drawn.count) files of figures, each as PNG, SVG and PDF",
            es: "Los \(drawn.count) archivos de figuras, cada una en PNG, SVG y PDF")
        figures = drawn.prefix(tables.files).map { "\($0.sha256)  \($0.path)" }.joined(separator: "\n")
    }
}
