/// Seconds between rows, or those that the meters have readings for.
package enum Period: Equatable, Sendable {
    case auto
    case seconds(Int)

    /// nil as long as the data have not been looked at.
    package var seconds: Int? {
        if case .seconds(let seconds) = self { seconds } else { nil }
    }
}

extension Period: SettingValue {
    package init?(words: [String]) {
        if words == ["auto"] {
            self = .auto
        } else if let seconds = Int(words: words) {
            self = .seconds(seconds)
        } else {
            return nil
        }
    }

    package var words: [String] { seconds.map { [String($0)] } ?? ["auto"] }
    package static var description: String { "a whole number of seconds from 1 to 86400, or auto" }
}

/// A length of time, written as 90, 90s, 4m or 1.5h.
package struct Seconds: SettingValue, Equatable {
    package let value: Double

    /// Some thirty years: a clock can count further than any program runs.
    private static let most = 1e9

    /// Seconds, more than 0.
    package init(_ value: Double) {
        precondition(value > 0, "a time must be positive, got \(value)")
        self.value = value
    }

    package init?(words: [String]) {
        guard words.count == 1, let last = words[0].last else { return nil }
        let factors: [Character: Double] = ["s": 1, "m": 60, "h": 3600]
        let number = factors[last] == nil ? words[0] : String(words[0].dropLast())
        guard let value = Double(number), value > 0 else { return nil }
        let seconds = value * (factors[last] ?? 1)
        guard seconds <= Self.most else { return nil }
        self.init(seconds)
    }

    package var words: [String] { Double(value).words.map { $0 + "s" } }
    package static var description: String { "a time such as 90s, 4m or 1.5h" }
}
