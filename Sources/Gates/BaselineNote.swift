import Wording

/// What else to know of a run that is held against an earlier one; appliances by name.
package enum BaselineNote: Message {
    case onlyEarlier(String)
    case onlyNow(String)

    package enum Name: CaseIterable {
        case onlyEarlier, onlyNow
    }

    package var name: Name {
        switch self {
        case .onlyEarlier: .onlyEarlier
        case .onlyNow: .onlyNow
        }
    }

    package static func samples(of name: Name) -> [BaselineNote] {
        switch name {
        case .onlyEarlier: [.onlyEarlier("kettle")]
        case .onlyNow: [.onlyNow("kettle")]
        }
    }

    package var text: String {
        switch self {
        case .onlyEarlier(let name): "\(name) was scored in the earlier run and is not in this one."
        case .onlyNow(let name): "\(name) was not scored in the earlier run."
        }
    }
}
