import Datasets
import Plots
import Support

/// The numbers of a house's meters as cells, for the page and for a terminal alike: a row a meter.
struct MeterTable {
    let title: Text
    let head: [Text]
    let rows: [[Text]]

    /// The columns before the numbers.
    static let names = 2
    private static let nothing = Text(verbatim: "-")

    /// What was read, what it says of power, and what preparation makes of it.
    static func all(of house: HouseInspection, periodS: Int) -> [MeterTable] {
        [
            MeterTable(
                Text("Readings", es: "Lecturas"), of: house.meters,
                [
                    Text("Readings", es: "Lecturas"), Text("Every", es: "Cada"), Text("Odd", es: "Irregulares"),
                    Text("Coverage", es: "Cobertura"), Text("Gaps", es: "Huecos"),
                    Text("Longest gap", es: "Hueco mayor"), Text("Glitches", es: "Valores erróneos"),
                ]
            ) { meter in
                [
                    count(meter.readings), meter.samplingS.map { Text(asItStands: "\($0)\u{A0}s") } ?? nothing,
                    percent(meter.oddIntervals), percent(meter.coverage), count(meter.gaps),
                    duration(meter.longestGaps.first?.seconds), count(meter.glitches),
                ]
            },
            MeterTable(
                Text("Power", es: "Potencia"), of: house.meters,
                [
                    Text("Mean (W)", es: "Media (W)"), Text("Least (W)", es: "Mínima (W)"),
                    Text("Most (W)", es: "Máxima (W)"), Text("kWh/day", es: "kWh/día"), Text("On", es: "Encendido"),
                    Text("When on (W)", es: "Encendido (W)"), Text("Rises/day", es: "Subidas/día"),
                    Text("Activations/day", es: "Activaciones/día"), Text("Lasting", es: "Duración"),
                ]
            ) { meter in
                [
                    mean(meter.meanW), watts(meter.minimumW), watts(meter.maximumW), mean(meter.energyKwhPerDay),
                    percent(meter.onShare), mean(meter.onMeanW), perDay(meter.risesPerDay), perDay(meter.usesPerDay),
                    duration(meter.medianUseS),
                ]
            },
            MeterTable(
                Text("Preparation: rows of \(periodS) s", es: "Preparación: filas de \(periodS) s"), of: house.meters,
                [
                    Text("Rows", es: "Filas"), Text("Filled", es: "Rellenadas"), Text("Missing", es: "Ausentes"),
                    Text("Stuck", es: "Atascadas"), Text("Stuck spans", es: "Tramos atascados"),
                ]
            ) { meter in
                let rows = meter.prepared
                return [rows.rows, rows.filled, rows.missing, rows.stuck, rows.stuckSpans].map(count)
            },
        ]
    }

    private init(
        _ title: Text, of meters: [MeterInspection], _ numbers: [Text], _ cells: (MeterInspection) -> [Text]
    ) {
        self.title = title
        head = [Text("Meter", es: "Contador"), Text("Source", es: "Origen")] + numbers
        rows = meters.map { meter in
            [MeterName.text(meter.name, quantity: meter.quantity), SourceName.text(meter.source)] + cells(meter)
        }
    }

    private static func count(_ count: Int) -> Text { Text(verbatim: String(count)) }

    /// A number and its unit stay on one line.
    private static func duration(_ seconds: Int?) -> Text {
        seconds.map { Text(asItStands: DurationScale.text($0).replacing(" ", with: "\u{A0}")) } ?? nothing
    }

    private static func percent(_ share: Double?) -> Text {
        guard let share else { return nothing }
        return AmountText.percent(share)
    }

    private static func watts(_ value: Double?) -> Text {
        value.map { Text(verbatim: NumberText.significant($0)) } ?? nothing
    }

    private static func mean(_ value: Double?) -> Text {
        value.map { Text(verbatim: NumberText.digits($0)) } ?? nothing
    }

    private static func perDay(_ value: Double?) -> Text {
        value.map { Text(verbatim: NumberText.fixed($0, decimals: 1)) } ?? nothing
    }
}
