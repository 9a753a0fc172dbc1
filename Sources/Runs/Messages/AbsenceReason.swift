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
