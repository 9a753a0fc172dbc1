import Support

/// Why a change has no interval that tells it from chance.
package enum ChangeReason: Message, Codable, Equatable {
    case fewBlocks(blocks: Int, fewest: Int)
    /// The metric has no value in one of the runs, as its results say.
    case undefined(reason: String)
    case oftenUndefined, noSums, otherBlocks, differentBlocks, differentSamples

    package var text: Text {
        switch self {
        case .fewBlocks(let blocks, let fewest):
            Text(
                "there are \(blocks) blocks of scored samples, fewer than \(fewest)",
                es: "hay \(blocks) bloques de muestras puntuadas, menos de \(fewest)")
        case .undefined(let reason): UndefinedReason.text(of: reason)
        case .oftenUndefined:
            Text(
                "it is not defined over many choices of days", es: "no está definida en muchas selecciones de días")
        case .noSums:
            Text(
                "a results.json of an earlier version has no sums by day",
                es: "un results.json de una versión anterior no tiene sumas por día")
        case .otherBlocks:
            Text(
                "the two runs' samples are cut into other blocks",
                es: "las muestras de las dos ejecuciones se dividen en otros bloques")
        case .differentBlocks:
            Text(
                "the runs' samples are cut into different blocks, or into none",
                es: "las muestras de las ejecuciones se dividen en bloques distintos, o en ninguno")
        case .differentSamples:
            Text(
                "the two models were scored on different samples",
                es: "los dos modelos se puntuaron con muestras distintas")
        }
    }
}
