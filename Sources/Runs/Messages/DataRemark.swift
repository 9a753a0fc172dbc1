import Support

/// What a reader of a report should know of how a house's data, or a table of predictions, were read.
package enum DataRemark: Message, Codable, Equatable {
    /// UK-DALE: the whole house is measured in VA, and whether there is a file of its active power.
    case apparentAggregate(mainsFile: String?)
    /// REFIT: the file does not mark what is wrong.
    case noIssues(file: String)
    case unitsTakenForWatts
    case registers(columns: [String])
    case intervals(columns: [String])
    case onlyLinesOf(value: String, column: String)
    case unused(columns: [String])
    /// Predictions.
    case averaged(lines: Int, of: Int, periodS: Int)
    case withoutLine(periods: Int, of: Int)
    case notLater(lines: Int)

    package var text: Text {
        switch self {
        case .apparentAggregate(let file):
            Text(
                "The aggregate is apparent power (VA), the plugs' is active power (W).",
                es: "El total es potencia aparente (VA); la de los enchufes es activa (W).")
                + Self.unused(file)
        case .noIssues(let file):
            Text(
                "\(file) has no column Issues: it is not of the cleaned release.",
                es: "\(file) no tiene la columna Issues: no es de la versión depurada.")
        case .unitsTakenForWatts:
            Text(
                "Columns whose names have no unit are taken for watts.",
                es: "Las columnas cuyo nombre no tiene unidad se toman por vatios.")
        case .registers(let columns):
            Text(
                "Powers are the differences of the registers in \(SourceName.list(columns)).",
                es: "Las potencias son las diferencias de los registros de \(SourceName.list(columns)).")
        case .intervals(let columns):
            Text(
                "Powers are the energies of each line in \(SourceName.list(columns)).",
                es: "Las potencias son las energías de cada línea de \(SourceName.list(columns)).")
        case .onlyLinesOf(let value, let column):
            Text(
                "Only the lines of \(value) in \(SourceName.text(column)) were read.",
                es: "Solo se leyeron las líneas de \(value) en \(SourceName.text(column)).")
        case .unused(let columns):
            Text(
                "Columns that are not used: \(columns.joined(separator: ", ")).",
                es: "Columnas que no se usan: \(columns.joined(separator: ", ")).")
        case .averaged(let lines, let all, let period):
            Text(
                "\(lines) of \(all) lines fall into the same period of \(period) s as the line before: their powers "
                    + "were averaged.",
                es: "\(lines) de \(all) líneas caen en el mismo periodo de \(period) s que la línea anterior: sus "
                    + "potencias se promediaron.")
        case .withoutLine(let periods, let all):
            Text(
                "\(periods) of \(all) periods have no line: nothing was filled in.",
                es: "\(periods) de \(all) periodos no tienen línea: no se rellenó nada.")
        case .notLater(let lines):
            Text(
                "\(lines) lines that were not later than the line before were left out.",
                es: "\(lines) líneas que no eran posteriores a la línea anterior se descartaron.")
        }
    }

    private static func unused(_ file: String?) -> Text {
        guard let file else { return Text(verbatim: "") }
        return Text(
            " \(file) has active power, and is not used: choose it with --mains file.",
            es: " \(file) tiene potencia activa y no se usa: elíjalo con --mains file.")
    }
}
