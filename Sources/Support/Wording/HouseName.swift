/// Houses as readers meet them.
package enum HouseName {
    /// `house 2` of `house_2` and of `2`; that of generated data by a word, a house with another name as it is.
    package static func text(_ house: String) -> Text {
        if house == "synthetic" { return Text("synthetic", es: "sintética") }
        let number = house.hasPrefix("house_") ? String(house.dropFirst("house_".count)) : house
        return Int(number) == nil ? Text(verbatim: house) : Text("house \(number)", es: "casa \(number)")
    }

    /// With commas between them.
    package static func list(_ houses: [String]) -> Text { houses.map(text).joined(separator: ", ") }
}

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
