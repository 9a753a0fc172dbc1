import Support

/// What preparation found in a house as a whole.
package enum HouseFinding: Message {
    case stuck(limitS: Int, spans: Int, rows: Int)
    case belowSum(rows: Int)
    /// Rows in which the aggregate is less than one appliance that is on, of those in which it is on.
    case belowAppliance(appliance: String, rows: Int, of: Int)
    case issues(lines: Int, areDropped: Bool)
    case repeated(lines: Int)
    case backward(lines: Int)
    case inRepeatedHour(lines: Int)
    case empty(fields: Int)

    package var text: Text {
        switch self {
        case .stuck(let limit, let spans, let count):
            Text(
                "The aggregate stays the same for more than \(limit) s in \(Self.spans(spans)): \(Self.rows(count)) "
                    + "taken for missing.",
                es: "El total no cambia durante más de \(limit) s en \(Self.spans(spans)): \(Self.rows(count)) "
                    + "\(count == 1 ? "se toma por ausente" : "se toman por ausentes").")
        case .belowSum(let count):
            Text(
                "The aggregate is less than the appliances together in \(Self.rows(count)).",
                es: "El total es menor que los aparatos juntos en \(Self.rows(count)).")
        case .belowAppliance(let name, let rows, let on):
            Text(
                "The aggregate is less than \(name) alone in \(rows) of \(on) rows in which that is on.",
                es: "El total es menor que \(name) por sí solo en \(rows) de \(on) filas en las que está encendido.")
        case .issues(let count, areDropped: true):
            Text(
                "\(Self.lines(count)) marked as wrong, taken for missing.",
                es: "\(Self.lines(count)) "
                    + "\(count == 1 ? "marcada como errónea, tomada" : "marcadas como erróneas, tomadas") por "
                    + "\(count == 1 ? "ausente" : "ausentes").")
        case .issues(let count, areDropped: false):
            Text(
                "\(Self.lines(count)) marked as wrong, kept.",
                es: "\(Self.lines(count)) "
                    + "\(count == 1 ? "marcada como errónea, conservada" : "marcadas como erróneas, conservadas").")
        case .repeated(let count):
            Text(
                "\(Self.lines(count)) with the time of the line before, left out.",
                es: "\(Self.lines(count)) con la hora de la línea anterior, \(Self.leftOut(count)).")
        case .backward(let count):
            Text(
                "\(Self.lines(count)) earlier than the line before, left out.",
                es: "\(Self.lines(count)) \(count == 1 ? "anterior" : "anteriores") a la línea previa, "
                    + "\(Self.leftOut(count)).")
        case .inRepeatedHour(let count):
            Text(
                "\(Self.lines(count)) in the hour that autumn repeats, told apart by their order.",
                es: "\(Self.lines(count)) en la hora que se repite en otoño, "
                    + "\(count == 1 ? "distinguida" : "distinguidas") por su orden.")
        case .empty(let count):
            Text(
                "\(count) \(count == 1 ? "field" : "fields") without a reading.",
                es: "\(count) \(count == 1 ? "campo" : "campos") sin lectura.")
        }
    }

    private static func spans(_ count: Int) -> Text {
        Text("\(count) \(count == 1 ? "span" : "spans")", es: "\(count) \(count == 1 ? "tramo" : "tramos")")
    }
    private static func rows(_ count: Int) -> Text {
        Text("\(count) \(count == 1 ? "row" : "rows")", es: "\(count) \(count == 1 ? "fila" : "filas")")
    }
    private static func lines(_ count: Int) -> Text {
        Text("\(count) \(count == 1 ? "line" : "lines")", es: "\(count) \(count == 1 ? "línea" : "líneas")")
    }
    private static func leftOut(_ count: Int) -> String { count == 1 ? "descartada" : "descartadas" }
}
