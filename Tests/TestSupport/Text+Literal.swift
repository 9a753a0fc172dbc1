import Foundation
import Support

/// In tests a text is often a word of no language.
extension Text: ExpressibleByStringInterpolation {
    /// The same in every language.
    public init(stringLiteral text: String) { self.init(verbatim: text) }
}

extension Said {
    /// A sentence as files of earlier versions have it.
    package static func text(_ text: String) throws -> Said {
        try JSONDecoder().decode(Said.self, from: JSONEncoder().encode(text))
    }
}
