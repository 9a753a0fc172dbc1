import Plots
import Runs
import Support

/// What one appliance's predictions lose when a part of the attention is taken away.
struct AblationView {
    struct Row {
        /// What is taken away.
        let name: Text
        let isReference: Bool
        /// MAE, and its change in per cent: `+12.5`.
        let mae: Text
        let change: Text
        let f1: ValueView
    }

    let appliance: String
    let sentence: Text
    let rows: [Row]

    /// A change of the MAE by less than this share of it, and of F1 by less than `littleF1`, is none that matters.
    private static let little = 0.02
    private static let littleF1 = 0.01

    /// nil where nothing was tried.
    init?(_ result: ApplianceResult) {
        guard let scores = result.ablations, let whole = scores.first(where: { $0.kind == .nothing }) else {
            return nil
        }
        appliance = result.name
        rows = scores.map { score in
            let isWhole = score.kind == .nothing
            return Row(
                name: Self.name(score), isReference: isWhole, mae: Text(verbatim: NumberText.digits(score.maeW)),
                change: Text(
                    verbatim: isWhole || whole.maeW == 0
                        ? "" : NumberText.signed(100 * (score.maeW / whole.maeW - 1), decimals: 1)),
                f1: .fixed(score.f1, decimals: 3, reason: Self.neverOn))
        }
        sentence = Self.sentence(result.name, whole, scores)
    }

    private static let neverOn = Text(
        "no sample is on, or none is predicted so", es: "ninguna muestra está encendida o ninguna se predice así")

    private static func name(_ score: AblationScore) -> Text {
        let (hidden, blocks, steps) = (score.hidden ?? 0, score.blocks ?? 0, score.steps ?? 0)
        switch score.kind {
        case .nothing: return Text("nothing", es: "nada")
        case .scale where score.steps == 1: return Text("the fine branch", es: "la rama fina")
        case .scale:
            return Text("the coarse branch of \(steps) steps a key", es: "la rama gruesa de \(steps) pasos por clave")
        case .attention: return Text("all attention", es: "toda la atención")
        case .mostAttended:
            return Text(
                "the most attended \(hidden) of \(blocks) blocks of time",
                es: "los \(hidden) bloques de tiempo más atendidos de \(blocks)")
        case .random:
            let draws = draws(score)
            return Text(
                "\(hidden) of \(blocks) random blocks of time (\(draws))",
                es: "\(hidden) de \(blocks) bloques de tiempo al azar (\(draws))")
        }
    }

    /// `5 draws, 12 W to 13 W`
    private static func draws(_ score: AblationScore) -> Text {
        guard let least = score.leastMaeW, let largest = score.largestMaeW else {
            return Text("one draw", es: "un sorteo")
        }
        let range = range(least, largest)
        return Text("\(score.repeats) draws, \(range)", es: "\(score.repeats) sorteos, \(range)")
    }

    private static func sentence(_ name: String, _ whole: AblationScore, _ scores: [AblationScore]) -> Text {
        guard let without = scores.first(where: { $0.kind == .attention }) else { return Text(verbatim: "") }
        let (before, after) = (AmountText.watts(whole.maeW), AmountText.watts(without.maeW))
        let text = Text(
            "Over \(whole.windows) windows of \(name), the MAE goes from \(before) to \(after) when all attention is taken away.",
            es:
                "En \(whole.windows) ventanas de \(name), el MAE pasa de \(before) a \(after) cuando se quita toda la atención."
        )
        let sameStates = zip([whole.f1], [without.f1]).allSatisfy { abs(($0 ?? 0) - ($1 ?? 0)) < littleF1 }
        if abs(without.maeW - whole.maeW) < little * whole.maeW, sameStates {
            return text
                + Text(
                    " That changes nothing that matters: other layers make this prediction, and the maps say little about it.",
                    es:
                        " Eso no cambia nada que importe: otras capas hacen esta predicción y los mapas dicen poco de ella."
                )
        }
        guard let most = scores.first(where: { $0.kind == .mostAttended }),
            let random = scores.first(where: { $0.kind == .random }), let largest = random.largestMaeW
        else { return text }
        let (own, others) = (AmountText.watts(most.maeW), range(random.leastMaeW ?? largest, largest))
        return text
            + (most.maeW > largest
                ? Text(
                    " Hiding the most attended blocks of time costs more than hiding any of the random ones: ",
                    es:
                        " Ocultar los bloques de tiempo más atendidos cuesta más que ocultar cualquiera de los elegidos al azar: "
                )
                : Text(
                    " Hiding the most attended blocks of time costs no more than hiding random ones can: ",
                    es: " Ocultar los bloques de tiempo más atendidos no cuesta más que ocultar otros al azar: "))
            + Text("\(own) against \(others).", es: "\(own) frente a \(others).")
    }

    private static func range(_ least: Double, _ largest: Double) -> Text {
        let ends = (AmountText.watts(least), AmountText.watts(largest))
        return ends.0 == ends.1 ? ends.0 : Text("\(ends.0) to \(ends.1)", es: "\(ends.0) a \(ends.1)")
    }
}
