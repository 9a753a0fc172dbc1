import Support

extension Text {
    /// The same in every language, with no mark changed: a path, a version, a setting.
    init(asItStands text: String) { self.init(Phrase(stringLiteral: text), es: Phrase(stringLiteral: text)) }
}
