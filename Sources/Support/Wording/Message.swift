/// What the program says to a reader in one kind of place, a case a sentence: typed, so that every sentence can be listed.
/// Tests translate all samples of every message; a case has what stands in the gaps of its sentence.
package protocol Message: Sendable {
    /// The cases without what stands in their gaps.
    associatedtype Name: CaseIterable

    /// A switch, so that a new case needs a name, and with it samples.
    var name: Name { get }
    /// In English, without a language's number format.
    var text: String { get }
    /// Sentences as readers meet them; several where the words depend on the values.
    static func samples(of name: Name) -> [Self]
}

extension Message {
    /// Every sentence at least once.
    package static var samples: [Self] { Name.allCases.flatMap(samples) }
}

/// Sentences without gaps are their own names.
extension Message where Self: CaseIterable & RawRepresentable<String> {
    package var name: Self { self }
    package var text: String { rawValue }
    package static func samples(of name: Self) -> [Self] { [name] }
}
