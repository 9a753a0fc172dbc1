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
