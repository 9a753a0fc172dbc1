import Support

/// What else to know of a run that is held against an earlier one; appliances by name.
package enum BaselineNote: Message {
    case onlyEarlier(String)
    case onlyNow(String)
    /// Neighbouring blocks that are drawn as one.
    case joinedBlocks(String, Int)

    package enum Name: CaseIterable {
        case onlyEarlier, onlyNow, joinedBlocks
    }

    package var name: Name {
        switch self {
        case .onlyEarlier: .onlyEarlier
        case .onlyNow: .onlyNow
        case .joinedBlocks: .joinedBlocks
        }
    }

    package static func samples(of name: Name) -> [BaselineNote] {
        switch name {
        case .onlyEarlier: [.onlyEarlier("kettle")]
        case .onlyNow: [.onlyNow("kettle")]
        case .joinedBlocks: [.joinedBlocks("kettle", 3)]
        }
    }

    package var text: String {
        switch self {
        case .onlyEarlier(let name): "\(name) was scored in the earlier run and is not in this one."
        case .onlyNow(let name): "\(name) was not scored in the earlier run."
        case .joinedBlocks(let name, let count):
            "The blocks of \(name) are many: \(count) neighbours at a time are drawn as one."
        }
    }
}
