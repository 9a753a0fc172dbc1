import Support

/// Sentences that are in English in a file for other programs.
@propertyWrapper package struct InEnglish: Codable, Equatable, Sendable {
    package var wrappedValue: [Text]

    package init(wrappedValue: [Text]) { self.wrappedValue = wrappedValue }

    package init(from decoder: any Decoder) throws {
        wrappedValue = try [String](from: decoder).map(Text.init(asItStands:))
    }

    package func encode(to encoder: any Encoder) throws { try wrappedValue.map(\.english).encode(to: encoder) }
}
