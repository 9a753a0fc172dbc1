import Plots
import Runs
import Support

/// The windows shown, and their figures by appliance.
struct WindowsView {
    struct Row {
        let id: String
        let appliance: String
        let house: Text
        let start: String
        let length: String
        let rule: Text
        /// MAE, true and predicted energy.
        let values: [ValueView]
    }

    /// The figures of one appliance: with several appliances, all but the first are folded away, or the page would be
    /// ten metres long.
    struct Appliance {
        let name: String
        let shown: [ReportFigure]
        let hasFolded: Bool
        let folded: [ReportFigure]
        let foldedSummary: Text
    }

    /// Figures of each appliance that stand open where there are several appliances: the first event and the day.
    private static let mostShown = 2

    let hasRows: Bool
    let clock: Text
    let rows: [Row]
    let appliances: [Appliance]
    /// What belongs to no appliance, and the reasons of what is not there.
    let common: FigureList

    /// Short tables have only the windows whose figures are on the page.
    init(_ contents: RunContents, times: TimeText, drawn: FigureList, tables: TableLength) {
        let period = contents.results.run.data.periodS
        let onPage = Set(drawn.figures.compactMap(\.window))
        rows = contents.results.windows.filter { tables == .long || onPage.contains($0.id) }.prefix(tables.rows).map {
            window in
            let energy = contents.rows(of: window).flatMap { EnergyLedger(of: [$0], clock: nil).totals.first }
            let missing = Text(
                "data/predictions.csv does not have all its samples",
                es: "data/predictions.csv no tiene todas sus muestras")
            return Row(
                id: window.id, appliance: window.appliance, house: HouseName.text(window.house),
                start: times.text(window.start),
                length: AmountText.duration(seconds: window.steps * period), rule: window.rule.text,
                values: [
                    .watts(window.maeW),
                    .kWh(energy?.truthKWh, reason: energy == nil ? missing : ValueView.noTruth),
                    .kWh(energy?.predictionKWh, reason: missing),
                ])
        }
        hasRows = !rows.isEmpty
        clock = times.note
        let groups = drawn.byAppliance
        appliances = groups.map { name, figures in
            let count = groups.count > 1 ? Self.mostShown : figures.count
            let folded = figures.dropFirst(count)
            return Appliance(
                name: name, shown: Array(figures.prefix(count)), hasFolded: !folded.isEmpty,
                folded: Array(folded),
                foldedSummary: folded.count == 1
                    ? Text("One more segment of \(name)", es: "Un tramo más de \(name)")
                    : Text("\(folded.count) more segments of \(name)", es: "\(folded.count) tramos más de \(name)"))
        }
        common = drawn.common
    }
}
