/// A sentence in a file: in English for whoever reads the file, and as the message that it is, so that it is said again in
/// the reader's language.
///
/// In JSON `{"text": ..., "message": ...}`; the text alone in files of versions that had no more.
package struct Said<Content: Message & Codable & Equatable>: Codable, Equatable, Sendable {
    package let english: String
    /// nil where the file has the text alone, or a message of a later version.
    package let message: Content?

    package init(_ message: Content) {
        english = message.text.english
        self.message = message
    }

    /// In the reader's language, where the message is known.
    package var text: Text { message?.text ?? Text(verbatim: english) }

    private enum Key: String, CodingKey { case text, message }

    package init(from decoder: any Decoder) throws {
        if let english = try? decoder.singleValueContainer().decode(String.self) {
            self.english = english
            message = nil
            return
        }
        let container = try decoder.container(keyedBy: Key.self)
        english = try container.decode(String.self, forKey: .text)
        message = try? container.decodeIfPresent(Content.self, forKey: .message)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(english, forKey: .text)
        try container.encodeIfPresent(message, forKey: .message)
    }
}

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
