/// Where readings come from, as files name it: a file, or a column of a table.
package enum SourceName {
    private static let column = "column "

    /// Of a column that has a name.
    package static func column(_ name: String) -> String { column + name }

    package static func text(_ source: String) -> Text {
        guard source.hasPrefix(column) else { return Text(verbatim: source) }
        let name = String(source.dropFirst(column.count))
        return Text("column \(name)", es: "columna \(name)")
    }

    /// With commas between them.
    package static func list(_ sources: [String]) -> Text { sources.map(text).joined(separator: ", ") }
}
