import Foundation
import Support

/// In tests a text is often a word of no language.
extension Text: ExpressibleByStringInterpolation {
    /// The same in every language.
    public init(stringLiteral text: String) { self.init(verbatim: text) }
}

/// A sentence as files of earlier versions have it.
extension Said: ExpressibleByStringLiteral {
    /// Without a message.
    public init(stringLiteral text: String) {
        do { self = try .text(text) } catch {
            preconditionFailure("any text is a sentence of an earlier version: \(error)")
        }
    }

    package static func text(_ text: String) throws -> Said {
        try JSONDecoder().decode(Said.self, from: JSONEncoder().encode(text))
    }
}
