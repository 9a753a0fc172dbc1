import Support

/// Why a baseline was not made.
package enum AbsenceReason: Message {
    case noClock, noReading, noEdges, oneAppliance
    case manyCombinations(appliances: Int, most: Int)

    package enum Name: CaseIterable {
        case noClock, noReading, noEdges, oneAppliance, manyCombinations
    }

    package var name: Name {
        switch self {
        case .noClock: .noClock
        case .noReading: .noReading
        case .noEdges: .noEdges
        case .oneAppliance: .oneAppliance
        case .manyCombinations: .manyCombinations
        }
    }

    package static func samples(of name: Name) -> [AbsenceReason] {
        switch name {
        case .noClock: [.noClock]
        case .noReading: [.noReading]
        case .noEdges: [.noEdges]
        case .oneAppliance: [.oneAppliance]
        case .manyCombinations: [.manyCombinations(appliances: 12, most: 4096)]
        }
    }

    package var text: String {
        switch self {
        case .noClock: "the data have no clock"
        case .noReading: "the training part has no reading"
        case .noEdges: "the appliance has no rise and fall of one size in the training part"
        case .oneAppliance: "it takes several appliances that are scored in the same houses"
        case .manyCombinations(let appliances, let most):
            "\(appliances) appliances have more than \(most) combinations of states"
        }
    }
}
