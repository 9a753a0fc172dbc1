/// What a data set calls one of its houses: `1`, or any other name.
package struct HouseName: Hashable, Sendable {
    package let name: String

    package init(_ name: String) { self.name = name }

    /// As results and files of a run call it: `house_1` of `1`, another name as it is.
    package var label: String { Int(name) == nil ? name : Self.prefix + name }

    /// The house that results call so.
    package init(label: String) {
        name = label.hasPrefix(Self.prefix) ? String(label.dropFirst(Self.prefix.count)) : label
    }

    private static let prefix = "house_"
}

extension HouseName: Comparable {
    /// Numbers by their size, before other names.
    package static func < (one: HouseName, other: HouseName) -> Bool {
        (Int(one.name) ?? .max, one.name) < (Int(other.name) ?? .max, other.name)
    }
}

extension HouseName: Codable {
    /// A number, or a text for any other name.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        do { name = String(try container.decode(Int.self)) } catch { name = try container.decode(String.self) }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let number = Int(name) { try container.encode(number) } else { try container.encode(name) }
    }
}

extension HouseName: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral, CustomStringConvertible {
    package init(integerLiteral number: Int) { name = String(number) }
    package init(stringLiteral name: String) { self.name = name }
    package var description: String { name }
}

/// Houses as readers meet them.
extension HouseName {
    /// `house 2` of `house_2` and of `2`; that of generated data by a word, a house with another name as it is.
    package static func text(_ house: String) -> Text {
        if house == "synthetic" { return Text("synthetic", es: "sintética") }
        let name = HouseName(label: house).name
        return Int(name) == nil ? Text(verbatim: house) : Text("house \(name)", es: "casa \(name)")
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
