/// What a person reads, in every language of ``Language`` side by side: a text without its translation does not compile.
///
///     Text("\(count) windows of \(appliance)", es: "\(count) ventanas de \(appliance)")
package struct Text: Hashable, Sendable {
    package let english: String
    package let spanish: String

    package init(_ english: Phrase, es spanish: Phrase) {
        self.english = english.text(in: .english)
        self.spanish = spanish.text(in: .spanish)
    }

    fileprivate init(english: String, spanish: String) {
        self.english = english
        self.spanish = spanish
    }

    /// The same in every language: a name, a path, someone's own words. A number gets the language's decimal mark.
    package init(verbatim text: String) { self.init(same: "\(text)") }

    /// The same in every language, with no mark changed: a path, a version, a setting.
    package init(asItStands text: String) { self.init(english: text, spanish: text) }

    /// The same in every language but for what stands in its gaps: `Text(same: "\(number) W")`.
    package init(same phrase: Phrase) { self.init(phrase, es: phrase) }

    package func text(in language: Language) -> String {
        switch language {
        case .english: english
        case .spanish: spanish
        }
    }

    /// In the reader's language.
    package var localised: String { text(in: .current) }

    package var isEmpty: Bool { english.isEmpty }

    /// With a large first letter.
    package var capitalised: Text {
        func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
        return Text(english: capitalised(english), spanish: capitalised(spanish))
    }

    package static func + (first: Text, second: Text) -> Text {
        Text(english: first.english + second.english, spanish: first.spanish + second.spanish)
    }

    /// "One, two and three": the last two joined by `last`.
    package static func list(_ texts: [Text], last: Text = Text(" and ", es: " y ")) -> Text {
        guard texts.count > 1 else { return texts.first ?? Text(verbatim: "") }
        return texts.dropLast().joined(separator: ", ") + last + texts[texts.count - 1]
    }
}

extension Sequence where Element == Text {
    /// `separator` is the same in every language.
    package func joined(separator: String = "") -> Text {
        Text(
            english: map(\.english).joined(separator: separator),
            spanish: map(\.spanish).joined(separator: separator))
    }
}

extension Text {
    /// One language's side of a ``Text``: what stands in its gaps is said in the same language.
    package struct Phrase: ExpressibleByStringInterpolation, Sendable {
        private var pieces: [Text.Piece] = []

        package init(stringLiteral text: String) { pieces = [.literal(text)] }

        package init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation.pieces }

        package static func + (first: Phrase, second: Phrase) -> Phrase {
            var phrase = first
            phrase.pieces += second.pieces
            return phrase
        }

        fileprivate func text(in language: Language) -> String {
            pieces.reduce(into: "") { text, piece in
                switch piece {
                case .literal(let literal): text += literal
                case .gap(let gap): text += gap.text(in: language)
                case .word(let word): text += language.withDecimalMark(word)
                }
            }
        }

        package struct StringInterpolation: StringInterpolationProtocol {
            fileprivate var pieces: [Text.Piece] = []

            package init(literalCapacity: Int, interpolationCount: Int) {
                pieces.reserveCapacity(2 * interpolationCount + 1)
            }

            package mutating func appendLiteral(_ literal: String) { pieces.append(.literal(literal)) }
            package mutating func appendInterpolation(_ text: Text) { pieces.append(.gap(text)) }
            /// A name or a number.
            package mutating func appendInterpolation(_ word: String) { pieces.append(.word(word)) }
            package mutating func appendInterpolation(_ count: some BinaryInteger) {
                pieces.append(.literal(String(count)))
            }
        }
    }

    fileprivate enum Piece: Sendable {
        case literal(String)
        case gap(Text)
        case word(String)
    }
}

extension Language {
    /// A number as this language writes it; any other word as it stands.
    fileprivate func withDecimalMark(_ word: String) -> String {
        // Most words have no point, and a pattern takes its time.
        guard decimalMark != ".", word.utf8.contains(UInt8(ascii: ".")),
            let number = word.wholeMatch(of: /([−+-]?\d+)\.(\d+)/)
        else { return word }
        return number.1 + decimalMark + number.2
    }
}
