/// What a reader is told of a metric.
extension Metric {
    /// The abbreviation in tables.
    package var label: String {
        switch self {
        case .maeW: "MAE"
        case .rmseW: "RMSE"
        case .maeOnW: "MAE when on"
        case .sae: "SAE"
        case .nde: "NDE"
        case .nep: "NEP"
        case .mre: "MRE"
        case .mr: "MR"
        case .teca: "TECA"
        case .energyErrorPercent: "Energy error"
        case .dailyEnergyMaeKwh: "Energy error a day"
        case .accuracy: "Accuracy"
        case .balancedAccuracy: "Balanced accuracy"
        case .precision: "Precision"
        case .recall: "Recall"
        case .f1: "F1"
        case .mcc: "MCC"
        case .eventPrecision: "Event precision"
        case .eventRecall: "Event recall"
        case .eventF1: "Event F1"
        }
    }

    /// The words behind the abbreviation.
    package var fullName: String {
        switch self {
        case .maeW: "Mean absolute error"
        case .rmseW: "Root mean square error"
        case .maeOnW: "Mean absolute error over the samples truly on"
        case .sae: "Signal aggregate error"
        case .nde: "Normalised disaggregation error"
        case .nep: "Normalised error in assigned power"
        case .mre: "Mean relative error of the samples"
        case .mr: "Match rate"
        case .teca: "Total energy correctly assigned"
        case .energyErrorPercent: "Predicted minus true energy, as a share of the true energy"
        case .dailyEnergyMaeKwh: "Mean absolute error of the energy of a day"
        case .accuracy: "Share of the samples whose on/off state is right"
        case .balancedAccuracy: "Mean of the shares of on-samples and of off-samples whose state is right"
        case .precision: "Share of the samples predicted on that are truly on"
        case .recall: "Share of the samples truly on that are predicted on"
        case .f1: "Harmonic mean of precision and recall of the on state"
        case .mcc: "Matthews correlation coefficient of the on state"
        case .eventPrecision: "Share of the predicted switch-on events that happened"
        case .eventRecall: "Share of the true switch-on events that were predicted"
        case .eventF1: "Harmonic mean of precision and recall of the switch-on events"
        }
    }

    package var unit: String {
        switch self {
        case .maeW, .rmseW, .maeOnW: "W"
        case .energyErrorPercent: "%"
        case .dailyEnergyMaeKwh: "kWh"
        default: "ratio"
        }
    }

    /// Which values are better.
    package var better: String {
        switch self {
        case .maeW, .rmseW, .maeOnW, .nde, .nep, .mre, .dailyEnergyMaeKwh: "lower"
        // A profile may have it signed.
        case .sae, .energyErrorPercent: "near 0"
        case .mr, .teca, .accuracy, .balancedAccuracy, .precision, .recall, .f1, .mcc, .eventPrecision, .eventRecall,
            .eventF1:
            "higher"
        }
    }
}
