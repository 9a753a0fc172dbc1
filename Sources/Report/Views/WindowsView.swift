import Plotting
import Runs

/// The windows shown, and their figures.
struct WindowsView {
    struct Row {
        let id: String
        let appliance: String
        let house: String
        let start: String
        let length: String
        let rule: String
        /// MAE, true and predicted energy.
        let values: [ValueView]
    }

    let hasRows: Bool
    let clock: String
    let rows: [Row]
    let drawn: FigureList

    init(_ contents: RunContents, times: TimeText, drawn: FigureList) {
        let period = contents.results.run.data.periodS
        rows = contents.results.windows.map { window in
            let energy = contents.rows(of: window).flatMap { EnergyLedger(of: [$0], clock: nil).totals.first }
            let missing = "data/predictions.csv does not have all its samples"
            return Row(
                id: window.id, appliance: window.appliance, house: window.house, start: times.text(window.start),
                length: AmountText.duration(seconds: window.steps * period), rule: window.rule,
                values: [
                    .significant(window.maeW),
                    .kWh(energy?.truthKWh, reason: energy == nil ? missing : "no ground truth"),
                    .kWh(energy?.predictionKWh, reason: missing),
                ])
        }
        hasRows = !rows.isEmpty
        clock = times.note
        self.drawn = drawn
    }
}
