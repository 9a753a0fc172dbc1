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
