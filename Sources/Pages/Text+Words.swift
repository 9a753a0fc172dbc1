import Support

extension Text {
    /// The same in every language, with no mark changed: a path, a version, a setting.
    init(asItStands text: String) { self.init(Phrase(stringLiteral: text), es: Phrase(stringLiteral: text)) }

    /// An English text that has no Spanish beside it yet.
    init(inCatalogue english: String) {
        self.init(Phrase(stringLiteral: english), es: Phrase(stringLiteral: english.localised))
    }
}
