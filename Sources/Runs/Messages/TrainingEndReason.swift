import Support

/// Why the training of a network ended, as clauses.
package enum TrainingEndReason: Message {
    case completed(epochs: Int)
    case budget(epoch: Int)
    case notANumber(step: Int)

    package enum Name: CaseIterable {
        case completed, budget, notANumber
    }

    package var name: Name {
        switch self {
        case .completed: .completed
        case .budget: .budget
        case .notANumber: .notANumber
        }
    }

    package static func samples(of name: Name) -> [TrainingEndReason] {
        switch name {
        case .completed: [.completed(epochs: 8)]
        case .budget: [.budget(epoch: 3)]
        case .notANumber: [.notANumber(step: 412)]
        }
    }

    package var text: String {
        switch self {
        case .completed(let epochs): "all \(epochs) epochs were run"
        case .budget(let epoch): "the time budget was used up in epoch \(epoch)"
        case .notANumber(let step): "the loss was not a number at step \(step)"
        }
    }
}
