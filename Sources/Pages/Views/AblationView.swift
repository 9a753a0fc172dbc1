import Plots
import Runs

/// What one appliance's predictions lose when a part of the attention is taken away.
struct AblationView {
    struct Row {
        /// What is taken away.
        let name: String
        let isReference: Bool
        /// MAE, and its change in per cent: `+12.5`.
        let mae: String
        let change: String
        let f1: ValueView
    }

    let appliance: String
    let sentence: String
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
                name: Self.name(score), isReference: isWhole, mae: NumberText.digits(score.maeW),
                change: isWhole || whole.maeW == 0
                    ? "" : NumberText.signed(100 * (score.maeW / whole.maeW - 1), decimals: 1),
                f1: .fixed(score.f1, decimals: 3, reason: "no sample is on, or none is predicted so"))
        }
        sentence = Self.sentence(result.name, whole, scores)
    }

    private static func name(_ score: AblationScore) -> String {
        let blocks = "\(score.hidden ?? 0) of \(score.blocks ?? 0)"
        switch score.kind {
        case .nothing: return "nothing"
        case .scale:
            return score.steps == 1 ? "the fine branch" : "the coarse branch of \(score.steps ?? 0) steps a key"
        case .attention: return "all attention"
        case .mostAttended: return "the most attended \(blocks) blocks of time"
        case .random: return "\(blocks) random blocks of time (\(draws(score)))"
        }
    }

    /// `5 draws: 12 to 13 W`
    private static func draws(_ score: AblationScore) -> String {
        guard let least = score.leastMaeW, let largest = score.largestMaeW else { return "one draw" }
        return "\(score.repeats) draws, \(range(least, largest))"
    }

    private static func sentence(_ name: String, _ whole: AblationScore, _ scores: [AblationScore]) -> String {
        guard let without = scores.first(where: { $0.kind == .attention }) else { return "" }
        var text =
            "Over \(whole.windows) windows of \(name), the MAE goes from \(watts(whole.maeW)) to \(watts(without.maeW)) "
            + "when all attention is taken away."
        let sameStates = zip([whole.f1], [without.f1]).allSatisfy { abs(($0 ?? 0) - ($1 ?? 0)) < littleF1 }
        if abs(without.maeW - whole.maeW) < little * whole.maeW, sameStates {
            return text + " That changes nothing that matters: other layers make this prediction, and the maps say "
                + "little about it."
        }
        guard let most = scores.first(where: { $0.kind == .mostAttended }),
            let random = scores.first(where: { $0.kind == .random }), let largest = random.largestMaeW
        else { return text }
        text +=
            most.maeW > largest
            ? " Hiding the most attended blocks of time costs more than hiding any of the random ones: "
            : " Hiding the most attended blocks of time costs no more than hiding random ones can: "
        return text + "\(watts(most.maeW)) against \(range(random.leastMaeW ?? largest, largest))."
    }

    private static func range(_ least: Double, _ largest: Double) -> String {
        let ends = (watts(least), watts(largest))
        return ends.0 == ends.1 ? ends.0 : "\(ends.0) to \(ends.1)"
    }

    private static func watts(_ value: Double) -> String { NumberText.significant(value) + " W" }
}
