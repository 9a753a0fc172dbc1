import Plots
import Runs
import Support

/// Energy per appliance and house, and per day.
struct EnergyView {
    struct Row {
        let day: String
        let appliance: Text
        let house: Text
        let duration: String
        /// Aggregate, truth, prediction, difference, kWh.
        let values: [ValueView]
    }

    let hasRows: Bool
    let rows: [Row]
    let hasDays: Bool
    /// Whether the page must say why there are no days: a figure that is absent for that reason says it too.
    let lacksDays: Bool
    let days: [Row]
    let daysSummary: Text
    let drawn: FigureList

    init(_ contents: RunContents, times: TimeText, tables: TableLength, drawn: FigureList) {
        let ledger = EnergyLedger(of: contents.series, clock: times.clock) { appliance in
            contents.results.appliances.first { $0.name == appliance }?.byDay ?? []
        }
        rows = (ledger.totals + ledger.rests).prefix(tables.rows).map(Self.row)
        hasRows = !rows.isEmpty
        days = ledger.days.prefix(tables.days).map(Self.row)
        hasDays = !days.isEmpty
        lacksDays = days.isEmpty && drawn.absences.isEmpty
        let all = ledger.days.count
        daysSummary =
            all > tables.days
            ? Text(
                "Day by day: the first \(tables.days) of \(all) rows, the others are in data/predictions.csv",
                es: "Día a día: las primeras \(tables.days) de \(all) filas; las demás están en data/predictions.csv")
            : Text("Day by day: \(all) rows", es: "Día a día: \(all) filas")
        self.drawn = drawn
    }

    private static func row(_ entry: EnergyLedger.Entry) -> Row {
        Row(
            day: entry.day?.text.localised ?? "",
            appliance: entry.appliance.map(Text.init(asItStands:)) ?? Text("everything else", es: "todo lo demás"),
            house: HouseName.text(entry.house),
            duration: AmountText.duration(seconds: entry.seconds),
            values: [
                .kWh(entry.aggregateKWh), .kWh(entry.truthKWh, reason: ValueView.noTruth),
                .kWh(entry.predictionKWh),
                .kWh(entry.truthKWh.map { entry.predictionKWh - $0 }, reason: ValueView.noTruth),
            ])
    }
}
