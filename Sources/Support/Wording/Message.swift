/// What the program says to a reader in one kind of place, a case a sentence: a case has what stands in the gaps of its
/// sentence, which is said in the reader's language when it is shown.
package protocol Message: Sendable {
    var text: Text { get }
}

/// Sentences without gaps, of which a file has the English.
extension Message where Self: RawRepresentable<String> {
    /// What is not known, as in a file of another version, stays as it is.
    package static func text(of english: String) -> Text { Self(rawValue: english)?.text ?? Text(verbatim: english) }
}
