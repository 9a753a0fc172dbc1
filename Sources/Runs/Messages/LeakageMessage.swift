import Support

/// Whether rows that were scored were learnt from, with the numbers behind it; houses are as results name them.
package enum LeakageMessage: Message, Codable, Equatable {
    /// A house that is scored has rows of one that was learnt from.
    case copied(rows: Int, scored: String, learnt: String)
    case shared(rows: Int, houses: [String])
    /// No row is shared: houses that have both kinds of windows, and seconds between them.
    case apart(houses: [String], distanceS: Int)
    case noHouseHasBoth

    package var text: Text {
        switch self {
        case .copied(let rows, let scored, let learnt):
            Text(
                "\(rows) rows of \(HouseName.text(scored)) are those of \(HouseName.text(learnt)) under another name: "
                    + "the scores are of what was learnt from.",
                es: "\(rows) filas de \(HouseName.text(scored)) son las de \(HouseName.text(learnt)) con otro nombre: "
                    + "las puntuaciones son de lo aprendido.")
        case .shared(let rows, let houses):
            Text(
                "\(rows) rows of test windows lie in training or validation windows of \(HouseName.list(houses)): the "
                    + "scores are of what was learnt from.",
                es: "\(rows) filas de ventanas de prueba están en ventanas de entrenamiento o validación de "
                    + "\(HouseName.list(houses)): las puntuaciones son de lo aprendido.")
        case .apart(let houses, let distance):
            Text(
                "No row of a test window lies in a training or validation window. Houses that have both: "
                    + "\(HouseName.list(houses)); between a test window and the nearest other one lie \(distance) s.",
                es: "Ninguna fila de una ventana de prueba está en una de entrenamiento o validación. Casas con ambas: "
                    + "\(HouseName.list(houses)); entre una ventana de prueba y la otra más cercana hay \(distance) s.")
        case .noHouseHasBoth:
            Text(
                "No house has both test windows and training or validation windows.",
                es: "Ninguna casa tiene a la vez ventanas de prueba y de entrenamiento o validación.")
        }
    }
}
