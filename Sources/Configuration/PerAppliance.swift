/// A setting's value for some appliances by name, written as `kettle=256` each; the others have the common one.
package struct PerAppliance<Value: SettingValue & Equatable>: Equatable, SettingValue {
    /// By name, in the order of writing; a name stands once.
    package private(set) var entries: [Entry] = []

    package struct Entry: Equatable, Sendable {
        package var appliance: String
        package var value: Value
    }

    package init() {}

    package init?(words: [String]) {
        for word in words {
            // A name may hold anything but a value does not hold an equals sign.
            guard let mark = word.lastIndex(of: "="), mark > word.startIndex,
                let value = Value(words: [String(word[word.index(after: mark)...])])
            else { return nil }
            let name = String(word[..<mark])
            guard self[name] == nil else { return nil }
            entries.append(Entry(appliance: name, value: value))
        }
    }

    package var words: [String] { entries.flatMap { entry in entry.value.words.map { "\(entry.appliance)=\($0)" } } }
    package static var description: String { "a list such as kettle=VALUE, each appliance once" }

    /// The value of an appliance that has one of its own.
    package subscript(appliance: String) -> Value? { entries.first { $0.appliance == appliance }?.value }

    /// Gives an appliance a value of its own, unless it has one.
    mutating func add(_ value: Value, of appliance: String) {
        guard self[appliance] == nil else { return }
        entries.append(Entry(appliance: appliance, value: value))
    }

    mutating func remove(_ appliance: String) { entries.removeAll { $0.appliance == appliance } }

    /// Whether every value is in bounds.
    func allSatisfy(_ isAllowed: (Value) -> Bool) -> Bool { entries.allSatisfy { isAllowed($0.value) } }

    /// The same values under other names; nil if two names become one.
    func renamed(_ name: (String) -> String) -> Self? {
        Self(words: entries.flatMap { entry in entry.value.words.map { "\(name(entry.appliance))=\($0)" } })
    }
}
