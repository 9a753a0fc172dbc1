import Plots
import Runs
import Support

/// Where the errors are.
struct ErrorsView {
    struct Row {
        let name: Text
        let values: [ValueView]
        /// `2 of 7`
        let text: Text
    }

    struct Appliance {
        let name: String
        let sentence: Text
        /// True state by predicted state.
        let confusion: [Row]
        let hasDurations: Bool
        let durations: [Row]
        let hasWorst: Bool
        let worstSummary: Text
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
        func states(_ name: Text, _ on: Int, _ off: Int) -> Row {
            let total = Double(on + off)
            return Row(
                name: name,
                values: [on, off].map {
                    .fixed(total > 0 ? 100 * Double($0) / total : nil, decimals: 2, reason: Text("never", es: "nunca"))
                },
                text: Text(verbatim: AmountText.count(on + off)))
        }
        let durations = errors.durations.map { score in
            Row(
                name: lengths(from: score.fromS, below: score.belowS),
                values: [.watts(score.maeW), .kWh(score.truthKwh), .kWh(score.predictionKwh)],
                text: Text("\(score.found) of \(score.uses)", es: "\(score.found) de \(score.uses)"))
        }
        let worst = errors.worstWindows.prefix(tables.worstWindows).enumerated().map { rank, window in
            Row(
                name: Text(verbatim: "\(rank + 1). \(times.text(window.start))"),
                values: [.watts(window.maeW), .kWh(window.truthKwh), .kWh(window.predictionKwh)],
                text: HouseName.text(window.house))
        }
        let hours = (tables.hasFigureTables ? appliance.byHour ?? [] : []).map { hour in
            Row(
                name: Text(verbatim: "\(hour.hour)"),
                values: [
                    .watts(hour.maeW, reason: Text("no sample", es: "ninguna muestra")), .kWh(hour.truthKwh),
                    .kWh(hour.predictionKwh),
                ], text: Text(verbatim: AmountText.count(hour.n)))
        }
        let length = AmountText.duration(seconds: (errors.worstWindows.first?.steps ?? 0) * period)
        return Appliance(
            name: appliance.name, sentence: sentence(appliance.name, errors),
            confusion: [
                states(Text("truly on", es: "realmente encendido"), confusion.onAsOn, confusion.onAsOff),
                states(Text("truly off", es: "realmente apagado"), confusion.offAsOn, confusion.offAsOff),
            ], hasDurations: !durations.isEmpty, durations: durations, hasWorst: !worst.isEmpty,
            worstSummary: worst.count == 1
                ? Text("The worst window of \(length)", es: "La peor ventana de \(length)")
                : Text(
                    "The \(worst.count) worst windows of \(length)",
                    es: "Las \(worst.count) peores ventanas de \(length)"),
            worst: worst, hasHours: !hours.isEmpty, hours: hours, figures: figures)
    }

    /// Of an activation: `10 min to 1 h`.
    private static func lengths(from: Int, below: Int?) -> Text {
        let least = AmountText.duration(seconds: from)
        guard let below else { return Text("\(least) or more", es: "\(least) o más") }
        let most = AmountText.duration(seconds: below)
        return from == 0
            ? Text("under \(most)", es: "menos de \(most)") : Text("\(least) to \(most)", es: "\(least) a \(most)")
    }

    private static func sentence(_ name: String, _ errors: ErrorAnalysis) -> Text {
        let uses = errors.durations.reduce(0) { $0 + $1.uses }
        let missed = uses - errors.durations.reduce(0) { $0 + $1.found }
        let wrong = errors.falseUses
        let found =
            uses == 0
            ? Text("\(name): is never used in the test part; ", es: "\(name): no se usa nunca en la parte de prueba; ")
            : Text(
                "\(name): \(missed) of \(uses) activations are missed; ",
                es: "\(name): se omiten \(missed) de \(uses) activaciones; ")
        guard wrong.count > 0 else {
            return found
                + Text(
                    "none of the \(wrong.predicted) predicted activations is false.",
                    es: "ninguna de las \(wrong.predicted) activaciones predichas es falsa.")
        }
        let (length, energy) = (AmountText.duration(seconds: wrong.seconds), ValueView.kWh(wrong.predictionKwh).text)
        let verb = wrong.count == 1 ? Text("is false", es: "es falso") : Text("are false", es: "son falsos")
        return found
            + Text(
                """
                \(wrong.count) of the \(wrong.predicted) predicted uses \(verb), \(length) and \(energy) kWh of use that did \
                not happen.
                """,
                es: """
                    \(wrong.count) de las \(wrong.predicted) activaciones predichas \(verb): \(length) y \(energy) kWh de uso que no \
                    ocurrió.
                    """)
    }
}
