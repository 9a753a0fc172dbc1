import Support

/// What a rule of preparation took, where that is more than a hundredth: by the setting that would keep it.
package enum LeftOut: Message {
    case overLimit(Share, meter: String, house: String, limitW: Int, setting: String)
    case stuck(Share, house: String, limitS: Int)
    case issues(Share, house: String)
    case notLater(Share, house: String)

    /// So many of all: `12 of 340 (3.5 %)`.
    package struct Share: CustomStringConvertible, Sendable {
        package let description: String

        /// nil for a hundredth or less.
        package init?(_ count: Int, of all: Int) {
            guard count * 100 > all, all > 0 else { return nil }
            let tenths = count * 1000 / all
            description = "\(count) of \(all) (\(tenths / 10).\(tenths % 10) %)"
        }
    }

    package enum Name: CaseIterable {
        case overLimit, stuck, issues, notLater
    }

    package var name: Name {
        switch self {
        case .overLimit: .overLimit
        case .stuck: .stuck
        case .issues: .issues
        case .notLater: .notLater
        }
    }

    package static func samples(of name: Name) -> [LeftOut] {
        [Share(12, of: 340)].compactMap { $0 }.map { share in
            switch name {
            case .overLimit:
                .overLimit(share, meter: "kettle", house: "house_1", limitW: 4000, setting: "appliance_limit")
            case .stuck: .stuck(share, house: "house_1", limitS: 600)
            case .issues: .issues(share, house: "house_1")
            case .notLater: .notLater(share, house: "house_1")
            }
        }
    }

    package var text: String {
        switch self {
        case .overLimit(let share, let meter, let house, let limit, let setting):
            "\(share) readings of \(meter) in \(HouseName.text(house)) are beyond \(limit) W and were taken for missing "
                + "(\(setting))."
        case .stuck(let share, let house, let limit):
            "\(share) rows of \(HouseName.text(house)) were taken for missing, as the aggregate repeats one reading for more "
                + "than \(limit) s (stuck_limit)."
        case .issues(let share, let house):
            "\(share) lines of \(HouseName.text(house)) are marked as wrong by the data set and were left out (issues)."
        case .notLater(let share, let house):
            "\(share) lines of \(HouseName.text(house)) are not later than the line before and were left out."
        }
    }
}
