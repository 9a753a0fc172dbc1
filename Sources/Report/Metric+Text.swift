import Runs

/// What a reader is told of a metric.
extension Metric {
    /// The abbreviation in tables.
    package var label: String {
        switch self {
        case .maeW: "MAE"
        case .rmseW: "RMSE"
        case .sae: "SAE"
        case .nde: "NDE"
        case .mr: "MR"
        case .teca: "TECA"
        case .maeOnW: "MAE when on"
        case .f1: "F1"
        case .precision: "Precision"
        case .recall: "Recall"
        case .mcc: "MCC"
        case .energyErrorPercent: "Energy error"
        }
    }

    /// The words behind the abbreviation.
    package var fullName: String {
        switch self {
        case .maeW: "Mean absolute error"
        case .rmseW: "Root mean square error"
        case .sae: "Signal aggregate error"
        case .nde: "Normalised disaggregation error"
        case .mr: "Match rate"
        case .teca: "Total energy correctly assigned"
        case .maeOnW: "Mean absolute error over the samples truly on"
        case .f1: "Harmonic mean of precision and recall of the on state"
        case .precision: "Share of the samples predicted on that are truly on"
        case .recall: "Share of the samples truly on that are predicted on"
        case .mcc: "Matthews correlation coefficient of the on state"
        case .energyErrorPercent: "Predicted minus true energy, as a share of the true energy"
        }
    }

    package var unit: String {
        switch self {
        case .maeW, .rmseW, .maeOnW: "W"
        case .energyErrorPercent: "%"
        default: "ratio"
        }
    }

    package var formula: String {
        switch self {
        case .maeW: "mean |p − y|"
        case .rmseW: "√ mean (p − y)²"
        case .sae: "|Σp − Σy| / Σy"
        case .nde: "Σ(p − y)² / Σy², without a square root"
        case .mr: "Σ min(p, y) / Σ max(p, y)"
        case .teca: "1 − Σ|p − y| / (2 Σy), with this appliance’s own energy below the line"
        case .maeOnW: "mean |p − y| where y is on"
        case .f1: "2 TP / (2 TP + FP + FN)"
        case .precision: "TP / (TP + FP)"
        case .recall: "TP / (TP + FN)"
        case .mcc: "(TP·TN − FP·FN) / √((TP + FP)(TP + FN)(TN + FP)(TN + FN))"
        case .energyErrorPercent: "100 (Σp − Σy) / Σy"
        }
    }

    /// Which values are better.
    package var better: String {
        switch self {
        case .maeW, .rmseW, .sae, .nde, .maeOnW: "lower"
        case .mr, .teca, .f1, .precision, .recall, .mcc: "higher"
        case .energyErrorPercent: "near 0"
        }
    }
}
