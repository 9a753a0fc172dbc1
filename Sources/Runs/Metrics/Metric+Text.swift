import Support

/// What a reader is told of a metric.
extension Metric {
    /// The abbreviation in tables.
    package var label: Text {
        switch self {
        case .maeW: Text(verbatim: "MAE")
        case .rmseW: Text(verbatim: "RMSE")
        case .maeOnW: Text("MAE when on", es: "MAE encendido")
        case .sae: Text(verbatim: "SAE")
        case .nde: Text(verbatim: "NDE")
        case .nep: Text(verbatim: "NEP")
        case .mre: Text(verbatim: "MRE")
        case .mr: Text(verbatim: "MR")
        case .teca: Text(verbatim: "TECA")
        case .energyErrorPercent: Text("Energy error", es: "Error de energía")
        case .dailyEnergyMaeKwh: Text("Energy error a day", es: "Error de energía diario")
        case .accuracy: Text("Accuracy", es: "Exactitud")
        case .balancedAccuracy: Text("Balanced accuracy", es: "Exactitud equilibrada")
        case .precision: Text("Precision", es: "Precisión")
        case .recall: Text("Recall", es: "Exhaustividad")
        case .f1: Text(verbatim: "F1")
        case .mcc: Text(verbatim: "MCC")
        case .eventPrecision: Text("Event precision", es: "Precisión de eventos")
        case .eventRecall: Text("Event recall", es: "Exhaustividad de eventos")
        case .eventF1: Text("Event F1", es: "F1 de eventos")
        }
    }

    /// The words behind the abbreviation.
    package var fullName: Text {
        switch self {
        case .maeW: Text("Mean absolute error", es: "Error absoluto medio")
        case .rmseW: Text("Root mean square error", es: "Raíz del error cuadrático medio")
        case .maeOnW:
            Text(
                "Mean absolute error over the samples truly on",
                es: "Error absoluto medio en las muestras realmente encendidas")
        case .sae: Text("Signal aggregate error", es: "Error agregado de la señal")
        case .nde: Text("Normalised disaggregation error", es: "Error de desagregación normalizado")
        case .nep: Text("Normalised error in assigned power", es: "Error normalizado de la potencia asignada")
        case .mre: Text("Mean relative error of the samples", es: "Error relativo medio de las muestras")
        case .mr: Text("Match rate", es: "Tasa de coincidencia")
        case .teca: Text("Total energy correctly assigned", es: "Energía total asignada correctamente")
        case .energyErrorPercent:
            Text(
                "Predicted minus true energy, as a share of the true energy",
                es: "Energía predicha menos real, en proporción a la real")
        case .dailyEnergyMaeKwh:
            Text("Mean absolute error of the energy of a day", es: "Error absoluto medio de la energía de un día")
        case .accuracy:
            Text(
                "Share of the samples whose on/off state is right",
                es: "Proporción de muestras cuyo estado encendido/apagado es correcto")
        case .balancedAccuracy:
            Text(
                "Mean of the shares of on-samples and of off-samples whose state is right",
                es: "Media de las proporciones de muestras encendidas y apagadas cuyo estado es correcto")
        case .precision:
            Text(
                "Share of the samples predicted on that are truly on",
                es: "Proporción de las muestras predichas como encendidas que lo están")
        case .recall:
            Text(
                "Share of the samples truly on that are predicted on",
                es: "Proporción de las muestras realmente encendidas que se predicen así")
        case .f1:
            Text(
                "Harmonic mean of precision and recall of the on state",
                es: "Media armónica de precisión y exhaustividad del estado encendido")
        case .mcc:
            Text(
                "Matthews correlation coefficient of the on state",
                es: "Coeficiente de correlación de Matthews del estado encendido")
        case .eventPrecision:
            Text(
                "Share of the predicted switch-on events that happened",
                es: "Proporción de los encendidos predichos que ocurrieron")
        case .eventRecall:
            Text(
                "Share of the true switch-on events that were predicted",
                es: "Proporción de los encendidos reales que se predijeron")
        case .eventF1:
            Text(
                "Harmonic mean of precision and recall of the switch-on events",
                es: "Media armónica de precisión y exhaustividad de los encendidos")
        }
    }

    package enum Unit: String, Sendable {
        case watts = "W"
        case percent = "%"
        case kilowattHours = "kWh"
        case ratio

        package var text: Text { self == .ratio ? Text("ratio", es: "cociente") : Text(verbatim: rawValue) }
    }

    package var unit: Unit {
        switch self {
        case .maeW, .rmseW, .maeOnW: .watts
        case .energyErrorPercent: .percent
        case .dailyEnergyMaeKwh: .kilowattHours
        default: .ratio
        }
    }

    /// Which values are better.
    package enum Better: Sendable {
        case lower, higher
        /// A profile may have it signed.
        case nearZero

        package var text: Text {
            switch self {
            case .lower: Text("lower", es: "menor")
            case .higher: Text("higher", es: "mayor")
            case .nearZero: Text("near 0", es: "cerca de 0")
            }
        }
    }

    package var better: Better {
        switch self {
        case .maeW, .rmseW, .maeOnW, .nde, .nep, .mre, .dailyEnergyMaeKwh: .lower
        case .sae, .energyErrorPercent: .nearZero
        case .mr, .teca, .accuracy, .balancedAccuracy, .precision, .recall, .f1, .mcc, .eventPrecision, .eventRecall,
            .eventF1:
            .higher
        }
    }
}
