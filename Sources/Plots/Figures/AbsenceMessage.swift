import Support

/// Why a figure is not there, without a full stop.
package enum AbsenceMessage: Message, Equatable {
    case noDays
    case noHours
    case noLongSegments
    case noSamples
    case noAppliance
    case noErrorSums
    case noTruth
    case noWholeDay(days: Int)
    case noWeek
    case noWindows
    case rowsMissing(window: String)
    case windowNotANumber(window: String)
    case dayNotANumber
    case weekNotANumber
    case noMaps
    case noMapOfWindow
    case notTrained
    case noEpoch
    case lossNotANumber(appliance: String)
    case noneTrained(appliance: String)
    case noSkill
    case firstHasNoWindows
    case firstLacksRows(window: String)
    case othersLackSamples(window: String)

    package var text: Text {
        switch self {
        case .noDays:
            Text("the data have no clock, and so no days", es: "los datos no tienen reloj y, por tanto, tampoco días")
        case .noHours:
            Text(
                "the data have no clock, and so no hours of the day",
                es: "los datos no tienen reloj y, por tanto, tampoco horas del día")
        case .noLongSegments:
            Text(
                "the data have no clock, and so no whole day and no whole week to show",
                es: "los datos no tienen reloj y, por tanto, no hay día entero ni semana entera que mostrar")
        case .noSamples: Text("the run scored no samples", es: "la ejecución no puntuó ninguna muestra")
        case .noAppliance: Text("the run scored no appliance", es: "la ejecución no puntuó ningún aparato")
        case .noErrorSums:
            Text(
                "errors were not added up by hour of the day; evaluate the run again",
                es: "los errores no se sumaron por hora del día; evalúe de nuevo la ejecución")
        case .noTruth:
            Text(
                "no appliance has a mean absolute error: the data have no truth",
                es: "ningún aparato tiene error absoluto medio: los datos no tienen valor real")
        case .noWholeDay(let days):
            Text(
                "none of the \(days) days of the test part is whole",
                es: "ninguno de los \(days) días de la parte de prueba está entero")
        case .noWeek:
            Text(
                "the test part has no two days in a row, let alone a week",
                es: "la parte de prueba no tiene dos días seguidos, y menos una semana")
        case .noWindows: Text("the run shows no windows", es: "la ejecución no muestra ventanas")
        case .rowsMissing(let window):
            Text(
                "data/predictions.csv does not hold all rows of the window \(window)",
                es: "data/predictions.csv no tiene todas las filas de la ventana \(window)")
        case .windowNotANumber(let window):
            Text(
                "no prediction of the window \(window) is a number",
                es: "ninguna predicción de la ventana \(window) es un número")
        case .dayNotANumber: Text("no prediction of the day is a number", es: "ninguna predicción del día es un número")
        case .weekNotANumber:
            Text("no prediction of the week is a number", es: "ninguna predicción de la semana es un número")
        case .noMaps: Text("the run has no attention maps", es: "la ejecución no tiene mapas de atención")
        case .noMapOfWindow:
            Text(
                "no attention map belongs to a window that is shown",
                es: "ningún mapa de atención es de una ventana que se muestre")
        case .notTrained: Text("this run trained nothing", es: "esta ejecución no entrenó nada")
        case .noEpoch:
            Text(
                "training ended before its first epoch was complete",
                es: "el entrenamiento terminó antes de completar su primera época")
        case .lossNotANumber(let appliance):
            Text(
                "no loss of \(appliance) was a number in any epoch",
                es: "ninguna pérdida de \(appliance) fue un número en ninguna época")
        case .noneTrained(let appliance):
            Text("no run was trained for \(appliance)", es: "ninguna ejecución se entrenó para \(appliance)")
        case .noSkill:
            Text(
                "no run has a skill: no appliance was on, or none was scored",
                es: "ninguna ejecución tiene habilidad: ningún aparato estuvo encendido o ninguno se puntuó")
        case .firstHasNoWindows: Text("the first run shows no windows", es: "la primera ejecución no muestra ventanas")
        case .firstLacksRows(let window):
            Text(
                "the first run does not hold all rows of the window \(window)",
                es: "la primera ejecución no tiene todas las filas de la ventana \(window)")
        case .othersLackSamples(let window):
            Text(
                "no other run has the same samples in the window \(window)",
                es: "ninguna otra ejecución tiene las mismas muestras en la ventana \(window)")
        }
    }
}
