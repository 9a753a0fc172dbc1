import Support

/// Why the numbers of two runs may not be held against each other, as clauses.
package enum Obstacle: Message, Codable, Equatable {
    case otherData(source: String, sha256: String)
    case otherPeriod(s: Int, and: Int)
    /// nil for that of an earlier version.
    case otherDefinitions(profile: String?)
    case otherCount(samples: Int, and: Int)
    case otherTimesOrHouses, otherRows, otherTimes, otherRule, noSharedAppliance
    /// Of one appliance.
    indirect case appliance(name: String, obstacle: Obstacle)

    package var text: Text {
        switch self {
        case .otherData(let source, let sha256):
            Text(
                "its data are others (\(source), sha256 \(String(sha256.prefix(8)))…)",
                es: "sus datos son otros (\(source), sha256 \(String(sha256.prefix(8)))…)")
        case .otherPeriod(let period, let other):
            Text(
                "its sampling period is \(period) s and not \(other) s",
                es: "su periodo de muestreo es \(period) s y no \(other) s")
        case .otherDefinitions(let profile):
            Text(
                "its metrics have other definitions (\(profile ?? "an earlier version's"))",
                es: "sus métricas tienen otras definiciones (\(profile ?? "las de una versión anterior"))")
        case .otherCount(let count, let other):
            Text(
                "\(count) samples were scored and not \(other)", es: "se puntuaron \(count) muestras y no \(other)")
        case .otherTimesOrHouses:
            Text("other times or houses were scored", es: "se puntuaron otros tiempos u otras casas")
        case .otherRows:
            Text(
                "time, aggregate or truth of the rows that were scored are others",
                es: "el tiempo, el total o el valor real de las filas puntuadas son otros")
        case .otherTimes: Text("other times were scored", es: "se puntuaron otros tiempos")
        case .otherRule: Text("it counts as on by another rule", es: "cuenta como encendido por otra regla")
        case .noSharedAppliance:
            Text("no appliance was scored in both runs", es: "ningún aparato se puntuó en ambas ejecuciones")
        case .appliance(let name, let obstacle): Text(same: "\(name): \(obstacle.text)")
        }
    }
}
