import Plots
import Runs
import Support

/// Where the errors are.
struct ErrorsView {
    struct Row {
        let name: String
        let values: [ValueView]
        /// `2 of 7`
        let text: String
    }

    struct Appliance {
        let name: String
        let sentence: String
        /// True state by predicted state.
        let confusion: [Row]
        let hasDurations: Bool
        let durations: [Row]
        let hasWorst: Bool
        let worstSummary: String
        let worst: [Row]
        let hasHours: Bool
        let hours: [Row]
        let figures: [ReportFigure]
    }

    let hasAppliances: Bool
    let appliances: [Appliance]
    /// Appliances that were not analysed, and figures that are not there.
    let common: FigureList

    init(_ results: Results, times: TimeText, tables: TableLength, drawn: FigureList) {
        let figures = drawn.byAppliance
        appliances = results.appliances.compactMap { appliance in
            guard let errors = appliance.errors else { return nil }
            return Self.view(
                appliance, errors, period: results.run.data.periodS, times: times, tables: tables,
                figures: figures.first { $0.name == appliance.name }?.figures ?? [])
        }
        hasAppliances = !appliances.isEmpty
        // Without an analysis the figures by hour stand alone.
        common = appliances.isEmpty ? drawn : drawn.common
    }

    private static func view(
        _ appliance: ApplianceResult, _ errors: ErrorAnalysis, period: Int, times: TimeText,
        tables: TableLength, figures: [ReportFigure]
    ) -> Appliance {
        let confusion = errors.confusion
        func states(_ name: String, _ on: Int, _ off: Int) -> Row {
            let total = Double(on + off)
            return Row(
                name: name,
                values: [on, off].map {
                    .fixed(total > 0 ? 100 * Double($0) / total : nil, decimals: 2, reason: "never")
                },
                text: AmountText.count(on + off))
        }
        let durations = errors.durations.map { score in
            let from = AmountText.duration(seconds: score.fromS)
            let name =
                score.belowS.map {
                    score.fromS == 0
                        ? "under \(AmountText.duration(seconds: $0))"
                        : "\(from) to \(AmountText.duration(seconds: $0))"
                } ?? "\(from) or more"
            return Row(
                name: name, values: [.watts(score.maeW), .kWh(score.truthKwh), .kWh(score.predictionKwh)],
                text: "\(score.found) of \(score.uses)")
        }
        let worst = errors.worstWindows.prefix(tables.worstWindows).enumerated().map { rank, window in
            Row(
                name: "\(rank + 1). \(times.text(window.start))",
                values: [.watts(window.maeW), .kWh(window.truthKwh), .kWh(window.predictionKwh)],
                text: HouseName.text(window.house).english)
        }
        let hours = (tables.hasFigureTables ? appliance.byHour ?? [] : []).map { hour in
            Row(
                name: "\(hour.hour)",
                values: [
                    .watts(hour.maeW, reason: "no sample"), .kWh(hour.truthKwh), .kWh(hour.predictionKwh),
                ], text: AmountText.count(hour.n))
        }
        let length = AmountText.duration(seconds: (errors.worstWindows.first?.steps ?? 0) * period)
        return Appliance(
            name: appliance.name, sentence: sentence(appliance.name, errors),
            confusion: [
                states("truly on", confusion.onAsOn, confusion.onAsOff),
                states("truly off", confusion.offAsOn, confusion.offAsOff),
            ], hasDurations: !durations.isEmpty, durations: durations, hasWorst: !worst.isEmpty,
            worstSummary: "The \(worst.count == 1 ? "worst window" : "\(worst.count) worst windows") of \(length)",
            worst: worst, hasHours: !hours.isEmpty, hours: hours, figures: figures)
    }

    private static func sentence(_ name: String, _ errors: ErrorAnalysis) -> String {
        let uses = errors.durations.reduce(0) { $0 + $1.uses }
        let missed = uses - errors.durations.reduce(0) { $0 + $1.found }
        let wrong = errors.falseUses
        let found =
            uses == 0 ? "\(name): is never used in the test part" : "\(name): \(missed) of \(uses) uses are missed"
        guard wrong.count > 0 else {
            return found + "; none of the \(wrong.predicted) predicted uses is false."
        }
        return found + "; \(wrong.count) of the \(wrong.predicted) predicted uses "
            + "\(wrong.count == 1 ? "is" : "are") false, \(AmountText.duration(seconds: wrong.seconds)) and "
            + "\(ValueView.kWh(wrong.predictionKwh).text) kWh of use that did not happen."
    }
}
