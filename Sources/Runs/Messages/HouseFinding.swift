import Support

/// What preparation found in a house as a whole.
package enum HouseFinding: Message {
    case stuck(limitS: Int, spans: Int, rows: Int)
    case belowSum(rows: Int)
    /// Rows in which the aggregate is less than one appliance that is on, of those in which it is on.
    case belowAppliance(appliance: String, rows: Int, of: Int)
    case issues(lines: Int, areDropped: Bool)
    case repeated(lines: Int)
    case backward(lines: Int)
    case inRepeatedHour(lines: Int)
    case empty(fields: Int)

    package enum Name: CaseIterable {
        case stuck, belowSum, belowAppliance, issues, repeated, backward, inRepeatedHour, empty
    }

    package var name: Name {
        switch self {
        case .stuck: .stuck
        case .belowSum: .belowSum
        case .belowAppliance: .belowAppliance
        case .issues: .issues
        case .repeated: .repeated
        case .backward: .backward
        case .inRepeatedHour: .inRepeatedHour
        case .empty: .empty
        }
    }

    package static func samples(of name: Name) -> [HouseFinding] {
        switch name {
        case .stuck: [(1, 1), (1, 7), (2, 7)].map { .stuck(limitS: 600, spans: $0, rows: $1) }
        case .belowSum: [1, 2].map { .belowSum(rows: $0) }
        case .belowAppliance: [.belowAppliance(appliance: "kettle", rows: 3, of: 5)]
        case .issues: [1, 2].flatMap { lines in [true, false].map { .issues(lines: lines, areDropped: $0) } }
        case .repeated: [1, 2].map { .repeated(lines: $0) }
        case .backward: [1, 2].map { .backward(lines: $0) }
        case .inRepeatedHour: [1, 2].map { .inRepeatedHour(lines: $0) }
        case .empty: [1, 2].map { .empty(fields: $0) }
        }
    }

    package var text: String {
        let number = MessageNumber.number
        return switch self {
        case .stuck(let limit, let spans, let rows):
            "The aggregate stays the same for more than \(limit) s in \(number(spans, "span")): \(number(rows, "row")) taken "
                + "for missing."
        case .belowSum(let rows): "The aggregate is less than the appliances together in \(number(rows, "row"))."
        case .belowAppliance(let name, let rows, let on):
            "The aggregate is less than \(name) alone in \(rows) of \(on) rows in which that is on."
        case .issues(let lines, let areDropped):
            "\(number(lines, "line")) marked as wrong, \(areDropped ? "taken for missing" : "kept")."
        case .repeated(let lines): "\(number(lines, "line")) with the time of the line before, left out."
        case .backward(let lines): "\(number(lines, "line")) earlier than the line before, left out."
        case .inRepeatedHour(let lines):
            "\(number(lines, "line")) in the hour that autumn repeats, told apart by their order."
        case .empty(let fields): "\(number(fields, "field")) without a reading."
        }
    }
}
