import Support

extension Text {
    /// The same in every language, with no mark changed: a path, a version, a setting.
    init(asItStands text: String) { self.init(Phrase(stringLiteral: text), es: Phrase(stringLiteral: text)) }

    /// An English text that has no Spanish beside it yet.
    init(inCatalogue english: String) {
        self.init(Phrase(stringLiteral: english), es: Phrase(stringLiteral: english.localised))
    }

    /// As at the head of a column.
    var capitalised: Text {
        let words = Language.allCases.map { text(in: $0) }.map { $0.prefix(1).uppercased() + $0.dropFirst() }
        return Text(Phrase(stringLiteral: words[0]), es: Phrase(stringLiteral: words[1]))
    }
}
