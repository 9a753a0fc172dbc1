import Support

/// What else to know of a run that is held against an earlier one; appliances by name.
package enum BaselineNote: Message, Codable, Equatable {
    case onlyEarlier(appliance: String)
    case onlyNow(appliance: String)
    /// Neighbouring blocks that are drawn as one.
    case joinedBlocks(appliance: String, neighbours: Int)

    package var text: Text {
        switch self {
        case .onlyEarlier(let name):
            Text(
                "\(name) was scored in the earlier run and is not in this one.",
                es: "\(name) se puntuó en la ejecución anterior y no está en esta.")
        case .onlyNow(let name):
            Text(
                "\(name) was not scored in the earlier run.", es: "\(name) no se puntuó en la ejecución anterior.")
        case .joinedBlocks(let name, let count):
            Text(
                "The blocks of \(name) are many: \(count) neighbours at a time are drawn as one.",
                es: "Los bloques de \(name) son muchos: cada \(count) vecinos se sortean como uno solo.")
        }
    }
}
