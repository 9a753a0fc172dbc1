extension Metric {
    /// The definition that holds where a metric profile has no other, over all scored samples, pooled.
    ///
    /// y: true power, p: predicted power, watts. TP, FP, FN, TN: samples on in both, on only in the prediction, on only
    /// in the truth, off in both; TPₑ, FPₑ, FNₑ: events that match, that are only predicted, that are only true.
    package var formula: String {
        switch self {
        case .maeW: "mean |p − y|"
        case .rmseW: "√ mean (p − y)²"
        case .maeOnW: "mean |p − y| where y is on"
        case .sae: "|Σp − Σy| / Σy"
        case .nde: "Σ(p − y)² / Σy², without a square root"
        case .nep: "Σ|p − y| / Σy"
        case .mre: "mean (|p − y| / max(p, y)), 0 where both are 0"
        case .mr: "Σ min(p, y) / Σ max(p, y)"
        case .teca: "1 − Σ|p − y| / (2 Σy), with this appliance’s own energy below the line"
        case .energyErrorPercent: "100 (Σp − Σy) / Σy"
        case .dailyEnergyMaeKwh:
            "Σ |predicted − true energy of a local day and house| / scored days, parts of days as parts"
        case .accuracy: "(TP + TN) / (TP + FP + FN + TN)"
        case .balancedAccuracy: "(TP / (TP + FN) + TN / (TN + FP)) / 2"
        case .precision: "TP / (TP + FP)"
        case .recall: "TP / (TP + FN)"
        case .f1: "2 TP / (2 TP + FP + FN)"
        case .mcc: "(TP·TN − FP·FN) / √((TP + FP)(TP + FN)(TN + FP)(TN + FN))"
        case .eventPrecision: "TPₑ / (TPₑ + FPₑ)"
        case .eventRecall: "TPₑ / (TPₑ + FNₑ)"
        case .eventF1: "2 TPₑ / (2 TPₑ + FPₑ + FNₑ)"
        }
    }
}
