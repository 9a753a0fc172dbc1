import Support

/// Why a baseline was not made.
package enum AbsenceReason: Message, Codable, Equatable {
    case noClock, noReading, noEdges, oneAppliance
    case manyCombinations(appliances: Int, most: Int)

    package var text: Text {
        switch self {
        case .noClock: Text("the data have no clock", es: "los datos no tienen reloj")
        case .noReading:
            Text("the training part has no reading", es: "la parte de entrenamiento no tiene ninguna lectura")
        case .noEdges:
            Text(
                "the appliance has no rise and fall of one size in the training part",
                es: "el aparato no tiene una subida y una bajada del mismo tamaño en la parte de entrenamiento")
        case .oneAppliance:
            Text(
                "it takes several appliances that are scored in the same houses",
                es: "hacen falta varios aparatos puntuados en las mismas casas")
        case .manyCombinations(let appliances, let most):
            Text(
                "\(appliances) appliances have more than \(most) combinations of states",
                es: "\(appliances) aparatos tienen más de \(most) combinaciones de estados")
        }
    }
}

/// Why a metric has no value; files have the English, by which it is known again.
package enum UndefinedReason: String, Message {
    case alwaysOn = "the appliance is always on"
    case neverOn = "the appliance is never on"
    case nothingPredictedOn = "nothing was predicted on"
    case neverOnInEither = "never on, neither truly nor predicted"
    case oneState = "truth or prediction has only one state"
    case noEventPredicted = "no event was predicted"
    case noEventHappened = "no event happened"
    case noEvent = "no event, neither true nor predicted"
    case bothZero = "truth and prediction are both zero throughout"
    case noEnergy = "the appliance used no energy"
    case noAggregateEnergy = "the aggregate used no energy"
    case noClock = "the data have no clock"
    case notMeasured = "it was not measured"
    /// Of the skill, which is measured by the error of predicting zero.
    case zeroIsRight = "predicting zero makes no error"

    package var text: Text { Text("\(rawValue)", es: "\(spanish)") }

    private var spanish: String {
        switch self {
        case .alwaysOn: "el aparato está siempre encendido"
        case .neverOn: "el aparato nunca está encendido"
        case .nothingPredictedOn: "nada se predijo como encendido"
        case .neverOnInEither: "nunca encendido, ni en la realidad ni en la predicción"
        case .oneState: "el valor real o la predicción tienen un solo estado"
        case .noEventPredicted: "no se predijo ningún evento"
        case .noEventHappened: "no ocurrió ningún evento"
        case .noEvent: "ningún evento, ni real ni predicho"
        case .bothZero: "el valor real y la predicción son siempre cero"
        case .noEnergy: "el aparato no consumió energía"
        case .noAggregateEnergy: "el total no consumió energía"
        case .noClock: "los datos no tienen reloj"
        case .notMeasured: "no se midió"
        case .zeroIsRight: "predecir cero no comete error"
        }
    }
}
