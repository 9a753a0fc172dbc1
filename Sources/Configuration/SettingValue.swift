import Datasets
import Networks
import Scoring
import Support

/// A type that settings have: written as one or several words, in a file, in the environment or on the command line.
package protocol SettingValue: Sendable {
    /// nil if the words are no such value.
    init?(words: [String])
    var words: [String] { get }
    /// What a person may write: "a whole number".
    static var description: String { get }
    /// All that a person may write, where that is a few words; else none.
    static var choices: [String] { get }
}

extension SettingValue {
    package static var choices: [String] { [] }
}

extension Int: SettingValue {
    package init?(words: [String]) {
        guard words.count == 1, let value = Int(words[0]) else { return nil }
        self = value
    }
    package var words: [String] { [String(self)] }
    package static var description: String { "a whole number" }
}

extension UInt64: SettingValue {
    package init?(words: [String]) {
        guard words.count == 1, let value = UInt64(words[0]) else { return nil }
        self = value
    }
    package var words: [String] { [String(self)] }
    package static var description: String { "a whole number from 0" }
}

extension Double: SettingValue {
    package init?(words: [String]) {
        guard words.count == 1, let value = Double(words[0]), value.isFinite else { return nil }
        self = value
    }
    package var words: [String] { [rounded() == self && abs(self) < 1e15 ? String(Int(self)) : String(self)] }
    package static var description: String { "a number" }
}

extension String: SettingValue {
    package init?(words: [String]) {
        guard words.count == 1 else { return nil }
        self = words[0]
    }
    package var words: [String] { [self] }
    package static var description: String { "a text" }
}

extension HouseName: SettingValue {
    package init?(words: [String]) {
        guard words.count == 1, !words[0].isEmpty else { return nil }
        // `01` is house 1.
        self.init(Int(words[0]).map(String.init) ?? words[0])
    }
    package var words: [String] { [name] }
    package static var description: String { "a house" }
}

extension Array: SettingValue where Element: SettingValue {
    package init?(words: [String]) {
        self = []
        for word in words {
            guard let element = Element(words: [word]) else { return nil }
            append(element)
        }
    }
    package var words: [String] { flatMap(\.words) }
    package static var description: String { "a list of " + Element.description.dropping("a ") + "s" }
}

extension Optional: SettingValue where Wrapped: SettingValue {
    package init?(words: [String]) {
        if words.isEmpty {
            self = .none
        } else if let value = Wrapped(words: words) {
            self = value
        } else {
            return nil
        }
    }
    package var words: [String] { self?.words ?? [] }
    package static var description: String { Wrapped.description }
    package static var choices: [String] { Wrapped.choices }
}

/// An enumeration is written as its raw value.
package protocol SettingChoice: SettingValue, RawRepresentable<String>, CaseIterable {}

extension SettingChoice {
    package init?(words: [String]) {
        guard words.count == 1 else { return nil }
        self.init(rawValue: words[0])
    }
    package var words: [String] { [rawValue] }
    package static var description: String { "one of " + choices.joined(separator: ", ") }
    package static var choices: [String] { allCases.map(\.rawValue) }
}

extension Preset: SettingChoice {}
extension CSVOptions.Unit: SettingChoice {}
extension CSVOptions.Decimal: SettingChoice {}
extension DateOrder: SettingChoice {}
extension UKDALEMains: SettingChoice {}
extension RunConfiguration.Issues: SettingChoice {}
extension Architecture.Name: SettingChoice {}
extension Normalisation.Kind: SettingChoice {}
extension TrainingOptions.Loss.Power: SettingChoice {}
extension CalendarCycle: SettingChoice {}
extension LearningRateSchedule.Shape: SettingChoice {}
extension HouseLevels.Choice: SettingChoice {}
extension MetricProfile.Name: SettingChoice {}

extension String {
    fileprivate func dropping(_ prefix: String) -> String { hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self }
}
