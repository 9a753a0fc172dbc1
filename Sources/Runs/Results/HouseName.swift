/// Houses as readers meet them.
package enum HouseName {
    /// `house 2` of `house_2` and of `2`; a house with another name is named as it is.
    package static func text(_ house: String) -> String {
        let number = house.hasPrefix("house_") ? String(house.dropFirst("house_".count)) : house
        return Int(number) == nil ? house : "house \(number)"
    }
}
