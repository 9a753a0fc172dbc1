import Plots
import Support

/// How a model does against the first one of an experiment: it is said plainly when there is nothing between them.
enum FindingMessage: Message {
    case noSharedAppliance(model: String, first: String)
    /// `ratio` is of the median errors on the median appliance; `better` appliances have a smaller one.
    case difference(Judgement, model: String, first: String, ratio: Double, better: Int, of: Int)
    case tooShort
    case certain(Int, of: Int)
    case oneSeed

    enum Judgement {
        case behind, perhapsBehind, ahead, perhapsAhead, none
    }

    var text: Text {
        switch self {
        case .noSharedAppliance(let model, let first):
            Text(
                "\(model) and \(first) have no appliance in common.",
                es: "\(model) y \(first) no tienen ningún aparato en común.")
        case .difference(let judgement, let model, let first, let ratio, let better, let all):
            Text(
                "\(judgement.text(model, first)): its median error is \(NumberText.fixed(ratio, decimals: 2)) times as "
                    + "large on the median appliance, and smaller for \(better) of \(all).",
                es: "\(judgement.text(model, first)): en el aparato mediano su error mediano es "
                    + "\(NumberText.fixed(ratio, decimals: 2)) veces el del otro, y es menor para \(better) de \(all).")
        case .tooShort:
            Text(
                "The test parts are too short to tell that from chance.",
                es: "Las partes de prueba son demasiado cortas para distinguirlo del azar.")
        case .certain(let certain, let all):
            Text(
                "The difference is certain (its 95 % interval over days is without zero) for \(certain) of \(all).",
                es: "La diferencia es segura (su intervalo del 95 % por días no contiene el cero) para \(certain) de "
                    + "\(all).")
        case .oneSeed:
            Text(
                "With one seed a few per cent mean nothing.",
                es: "Con una sola semilla, unas unidades por ciento no significan nada.")
        }
    }
}

extension FindingMessage.Judgement {
    fileprivate func text(_ model: String, _ first: String) -> Text {
        switch self {
        case .behind: Text("\(model) is behind \(first)", es: "\(model) va por detrás de \(first)")
        case .perhapsBehind: Text("\(model) may be behind \(first)", es: "\(model) quizá va por detrás de \(first)")
        case .ahead: Text("\(model) is ahead of \(first)", es: "\(model) va por delante de \(first)")
        case .perhapsAhead:
            Text("\(model) may be ahead of \(first)", es: "\(model) quizá va por delante de \(first)")
        case .none:
            Text(
                "There is nothing to choose between \(model) and \(first)",
                es: "Entre \(model) y \(first) no hay diferencia"
            )
        }
    }
}
