import Datasets
import Plots
import Runs
import Support

/// A house's section.
struct HouseView {
    struct Table {
        let title: Text
        let names: [TextView]
        let numbers: [TextView]
        let rows: [Row]

        init(_ table: MeterTable) {
            title = table.title
            names = table.head.prefix(MeterTable.names).map { TextView($0) }
            numbers = table.head.dropFirst(MeterTable.names).map { TextView($0) }
            rows = table.rows.map { cells in
                Row(
                    meter: cells[0], source: cells[1],
                    cells: cells.dropFirst(MeterTable.names).map(TextView.init))
            }
        }
    }

    struct Row {
        let meter: Text
        let source: Text
        let cells: [TextView]
    }

    struct Gap {
        let from: String
        let length: String
        let meters: Text
    }

    struct LabelRow {
        let label: String
        let name: String
        let source: String
        let state: Text
    }

    struct File {
        let path: String
        let size: String
        let sha256: String
    }

    struct Drawing {
        let id: String
        let title: Text
        let description: Text
        let svg: String

        init(_ id: String, _ scene: Scene) {
            self.id = id
            title = scene.title
            description = scene.description
            svg = SVGCanvas.svg(scene, idPrefix: "plot-" + id)
        }
    }

    let id: String
    let name: Text
    let extent: Text
    let hasMeters: Bool
    /// What was read, its power, and what preparation makes of it.
    let readings: Table
    let power: Table
    let preparation: Table
    let figures: [Drawing]
    let hasGaps: Bool
    let gaps: [Gap]
    let gapLimit: Text
    let hasLabels: Bool
    let labels: [LabelRow]
    let hasNotes: Bool
    let notes: [TextView]
    let hasProblems: Bool
    let problems: [TextView]
    let hasFiles: Bool
    let files: [File]
    let filesSummary: Text

    init(_ house: HouseInspection, _ times: Times, _ inspection: Inspection) {
        id = house.name.replacing("_", with: "-")
        name = HouseName.text(house.name)
        extent =
            house.span.map { span in
                let extent = times.text(span)
                return Text("Readings \(extent).", es: "Lecturas \(extent).")
            } ?? Text("There is no reading.", es: "No hay ninguna lectura.")
        hasMeters = !house.meters.isEmpty
        let tables = MeterTable.all(of: house, periodS: inspection.periodS).map(Table.init)
        (readings, power, preparation) = (tables[0], tables[1], tables[2])
        let scenes = [
            ("coverage", CoverageFigure(house, times)?.scene),
            ("day", TypicalDayFigure(house, zone: inspection.timeZone)?.scene),
        ]
        figures = scenes.compactMap { [id] kind, scene in scene.map { Drawing("\(kind)-\(id)", $0) } }
        let found = HouseGaps(house)
        gaps = found.longest.map {
            Gap(
                from: times.text($0.gap.start), length: DurationScale.text($0.gap.seconds),
                meters: $0.meters.map { MeterName.text($0) }.joined(separator: ", "))
        }
        hasGaps = !gaps.isEmpty
        gapLimit = found.limit
        labels = house.labels.map {
            LabelRow(
                label: $0.label, name: $0.name, source: $0.source,
                state: Self.state(of: $0))
        }
        hasLabels = !labels.isEmpty
        notes = house.notes.map(TextView.init)
        hasNotes = !notes.isEmpty
        problems = house.problems.map { TextView(Text(asItStands: $0)) }
        hasProblems = !problems.isEmpty
        files = house.files.map { File(path: $0.path, size: AmountText.count($0.bytes), sha256: $0.sha256) }
        hasFiles = !files.isEmpty
        filesSummary = FileView.countRead(files.count)
    }

    private static func state(of label: HouseInspection.Label) -> Text {
        if !label.isPresent { return Text("its file is not here", es: "falta su archivo") }
        return label.isKnown ? Text("known", es: "conocido") : Text("by this name only", es: "solo con este nombre")
    }
}
