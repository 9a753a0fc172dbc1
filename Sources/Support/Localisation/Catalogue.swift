/// Translations of English texts.
///
/// A file has two lines an entry, `= English` and `: translation`; other lines are remarks. `{}` in the English stands for
/// anything, and `{1}`, `{2}` in the translation for what stood there, itself translated. A text that no entry matches
/// as a whole is taken apart into sentences, clauses and items of a list, outside of brackets, and its parts are looked up.
package struct Catalogue: Sendable {
    /// An English text with gaps.
    private struct Pattern: Sendable {
        /// What stands before, between and behind the gaps: one more than there are gaps.
        let pieces: [String]
        let translation: String
        var letters: Int { pieces.reduce(0) { $0 + $1.count } }

        /// Whether a gap holds what the pattern says outside of it, or the end of a bracket: then the text is a list of such
        /// texts, to be taken apart.
        func isAgain(in gaps: [String]) -> Bool {
            gaps.contains { gap in
                let end = gap.firstIndex(of: ")") ?? gap.endIndex
                return (end < gap.endIndex && !gap[..<end].contains("("))
                    || pieces.contains { $0.count > 4 && gap.contains($0) }
            }
        }
    }

    /// The English texts as they stand in the file.
    package private(set) var keys: [String] = []
    private var texts: [String: String] = [:]
    private var patterns: [Pattern] = []

    private let decimalMark: String

    /// nil if a line of the file has no partner. `decimalMark` is what numbers in gaps get for their point.
    package init?(_ file: String, decimalMark: String) {
        self.decimalMark = decimalMark
        var english: String?
        for line in file.split(separator: "\n") {
            if line.hasPrefix("= ") {
                guard english == nil else { return nil }
                english = String(line.dropFirst(2))
            } else if line.hasPrefix(": ") {
                guard let key = english, texts[key] == nil else { return nil }
                english = nil
                keys.append(key)
                texts[key] = String(line.dropFirst(2))
            }
        }
        guard english == nil else { return nil }
        for key in keys where key.contains("{}") {
            patterns.append(Pattern(pieces: key.split(separator: "{}"), translation: texts[key] ?? key))
        }
        // The entry that says most about a text is the one that is meant.
        patterns.sort { ($0.letters, $1.pieces[0]) > ($1.letters, $0.pieces[0]) }
    }

    /// Longer texts are not for readers: a drawing, a style sheet.
    private static let mostCharacters = 3000
    /// A pattern that says less than this fits too much.
    private static let fewestLetters = 6
    private static let separators = [". ", "; ", ": ", ", ", " and ", " but "]
    private static let ofSentences = [". ", ": "]
    /// Between the last two names of a list.
    private static let joints = [" and ", " or "]
    /// What no sentence ends with: authors and others.
    private static let abbreviation = "et al"

    /// The translation of an entry, with its gaps.
    package func text(of key: String) -> String? { texts[key] }

    /// nil if nothing in it is known.
    package func translation(of text: String) -> String? {
        guard text.utf8.count <= Self.mostCharacters else { return texts[text] }
        if let whole = whole(text) { return whole }
        // "Kettle." is kettle with a full stop.
        if text.hasSuffix("."), let whole = whole(String(text.dropLast())) { return whole + "." }
        return inParts(text)
    }

    /// The translation by one entry.
    private func whole(_ text: String) -> String? {
        if let exact = texts[text] { return exact }
        guard text.contains(where: \.isLetter) else { return nil }
        for pattern in patterns {
            guard let gaps = Self.gaps(in: text, pattern.pieces) else { continue }
            if pattern.isAgain(in: gaps) { return nil }
            if fits(pattern, gaps) { return filled(pattern, gaps) }
        }
        return nil
    }

    private func fits(_ pattern: Pattern, _ gaps: [String]) -> Bool {
        // A gap is no end of one sentence and beginning of the next: each is looked up by itself.
        if gaps.contains(where: { Self.parts(of: $0, ". ").count > 1 }) { return false }
        // "{} of {}" is for two numbers, not for any two halves of a sentence.
        return pattern.letters >= Self.fewestLetters || !gaps.contains { $0.contains(" ") }
    }

    private func filled(_ pattern: Pattern, _ gaps: [String]) -> String {
        var result = pattern.translation
        for (index, gap) in gaps.enumerated() {
            result = result.replacing("{\(index + 1)}", with: inGap(gap))
        }
        return result
    }

    private func inGap(_ text: String) -> String {
        if let number = text.wholeMatch(of: /([−+-]?\d+)\.(\d+)/) { return number.1 + decimalMark + number.2 }
        return translation(of: text) ?? joined(text)
    }

    /// Names that no entry has, in a list: the word before its last one is this language's.
    private func joined(_ names: String) -> String {
        Self.joints.reduce(names) { names, joint in
            Self.parts(of: names, joint).joined(separator: texts[joint] ?? joint)
        }
    }

    private func inParts(_ text: String) -> String? {
        for separator in Self.separators {
            // A full stop belongs to a sentence, and to no clause or item of a list.
            let end = text.hasSuffix(".") && !Self.ofSentences.contains(separator) ? "." : ""
            var parts = Self.parts(of: String(text.dropLast(end.count)), separator)
            guard parts.count > 1 else { continue }
            // What follows the first colon may be a sentence with one of its own.
            if separator == ": " { parts = [parts[0], parts[1...].joined(separator: separator)] }
            let translated = parts.map(separator == ". " ? sentence : translation)
            let isKnown = translated.contains { $0 != nil }
            guard isKnown else { continue }
            return zip(parts, translated).map { $1 ?? $0 }.joined(separator: texts[separator] ?? separator) + end
        }
        return nil
    }

    /// The translation of a sentence whose full stop was taken off, if it is not the last one.
    private func sentence(_ text: String) -> String? {
        guard !text.hasSuffix("."), let whole = translation(of: text + "."), whole.hasSuffix(".") else {
            return translation(of: text)
        }
        return String(whole.dropLast())
    }

    /// The text between separators that stand outside of brackets.
    private static func parts(of text: String, _ separator: String) -> [String] {
        var parts: [String] = []
        var (depth, begin, index) = (0, text.startIndex, text.startIndex)
        while index < text.endIndex {
            if depth == 0, text[index...].hasPrefix(separator),
                separator != ". " || !text[begin..<index].hasSuffix(abbreviation)
            {
                parts.append(String(text[begin..<index]))
                index = text.index(index, offsetBy: separator.count)
                begin = index
                continue
            }
            if text[index] == "(" { depth += 1 }
            if text[index] == ")" { depth -= 1 }
            index = text.index(after: index)
        }
        return parts + [String(text[begin...])]
    }

    /// What stands in the gaps of a pattern; nil if the text does not match it. No gap is empty.
    private static func gaps(in text: String, _ pieces: [String]) -> [String]? {
        guard text.hasPrefix(pieces[0]), text.hasSuffix(pieces[pieces.count - 1]) else { return nil }
        var gaps: [String] = []
        var rest = text.dropFirst(pieces[0].count)
        for (index, piece) in pieces.enumerated().dropFirst() {
            let isLast = index == pieces.count - 1
            let end: String.Index?
            if isLast {
                end = rest.count > piece.count ? rest.index(rest.endIndex, offsetBy: -piece.count) : nil
            } else {
                end = rest.dropFirst().firstRange(of: piece)?.lowerBound
            }
            guard let end, end > rest.startIndex else { return nil }
            gaps.append(String(rest[..<end]))
            rest = rest[end...].dropFirst(piece.count)
        }
        return gaps
    }
}

extension String {
    /// The pieces between separators, empty ones too.
    fileprivate func split(separator: String) -> [String] {
        var pieces: [String] = []
        var rest = self[...]
        while let range = rest.firstRange(of: separator) {
            pieces.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return pieces + [String(rest)]
    }
}
