import Support

extension Metric {
    /// The definition that holds where a metric profile has no other, over all scored samples, pooled.
    ///
    /// y: true power, p: predicted power, watts. TP, FP, FN, TN: samples on in both, on only in the prediction, on only
    /// in the truth, off in both; TPₑ, FPₑ, FNₑ: events that match, that are only predicted, that are only true.
    package var formula: Text {
        switch self {
        case .maeW: Text("mean |p − y|", es: "media de |p − y|")
        case .rmseW: Text("√ mean (p − y)²", es: "√ media de (p − y)²")
        case .maeOnW: Text("mean |p − y| where y is on", es: "media de |p − y| donde y está encendido")
        case .sae: Text(verbatim: "|Σp − Σy| / Σy")
        case .nde: Text("Σ(p − y)² / Σy², without a square root", es: "Σ(p − y)² / Σy², sin raíz cuadrada")
        case .nep: Text(verbatim: "Σ|p − y| / Σy")
        case .mre:
            Text(
                "mean (|p − y| / max(p, y)), 0 where both are 0",
                es: "media de (|p − y| / máx(p, y)), 0 donde ambas son 0")
        case .mr: Text("Σ min(p, y) / Σ max(p, y)", es: "Σ mín(p, y) / Σ máx(p, y)")
        case .teca:
            Text(
                "1 − Σ|p − y| / (2 Σy), with this appliance’s own energy below the line",
                es: "1 − Σ|p − y| / (2 Σy), con la energía del propio aparato en el denominador")
        case .energyErrorPercent: Text(verbatim: "100 (Σp − Σy) / Σy")
        case .dailyEnergyMaeKwh:
            Text(
                "Σ |predicted − true energy of a local day and house| / scored days, parts of days as parts",
                es:
                    "Σ |energía predicha − real de un día local y casa| / días puntuados; las partes de días, como "
                    + "partes"
            )
        case .accuracy: Text(verbatim: "(TP + TN) / (TP + FP + FN + TN)")
        case .balancedAccuracy: Text(verbatim: "(TP / (TP + FN) + TN / (TN + FP)) / 2")
        case .precision: Text(verbatim: "TP / (TP + FP)")
        case .recall: Text(verbatim: "TP / (TP + FN)")
        case .f1: Text(verbatim: "2 TP / (2 TP + FP + FN)")
        case .mcc: Text(verbatim: "(TP·TN − FP·FN) / √((TP + FP)(TP + FN)(TN + FP)(TN + FN))")
        case .eventPrecision: Text(verbatim: "TPₑ / (TPₑ + FPₑ)")
        case .eventRecall: Text(verbatim: "TPₑ / (TPₑ + FNₑ)")
        case .eventF1: Text(verbatim: "2 TPₑ / (2 TPₑ + FPₑ + FNₑ)")
        }
    }

    /// Formulas that other projects have under a metric's name.
    package static let signedOverLarger = Text(
        "(Σp − Σy) / max(Σp, Σy), signed: below 0 is too little energy",
        es: "(Σp − Σy) / máx(Σp, Σy), con signo: menos de 0 es demasiado poca energía")
    package static let squareRoot = Text(verbatim: "√(Σ(p − y)² / Σy²)")
    package static let aggregateBelow = Text(
        "1 − Σ|p − y| / (2 Σx), x the aggregate", es: "1 − Σ|p − y| / (2 Σx), con x el total")
    package static let predictionPlusOne = Text("mean (|p − y| / (1 W + p))", es: "media de (|p − y| / (1 W + p))")

    /// The formula of results, which have the English; one of another version stays as it is.
    package static func formula(of english: String) -> Text {
        (allCases.map(\.formula) + [signedOverLarger, squareRoot, aggregateBelow, predictionPlusOne])
            .first { $0.english == english } ?? Text(verbatim: english)
    }
}
