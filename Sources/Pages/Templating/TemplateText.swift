/// The texts for readers in a template's source, which a translation replaces before it is parsed.
package enum TemplateText {
    /// The source with each text replaced by what `change` makes of it.
    ///
    /// A text is what stands between two tags of HTML on one line, or in an `aria-label` or `title`, with the tags of
    /// Mustache that are in it. Those without a letter and what stands in `code`, `pre`, `style` and `script` are no texts.
    package static func changing(_ source: String, _ change: (String) -> String) -> String {
        var result = ""
        var text = ""
        var element = Substring()
        var rest = source[...]
        func flush() {
            result += literal.contains(element) ? text : changed(text, change)
            text = ""
        }
        while let character = rest.first {
            if rest.hasPrefix("{{") {
                let end = rest.firstRange(of: "}}")?.upperBound ?? rest.endIndex
                text += rest[..<end]
                rest = rest[end...]
            } else if character == "\n" {
                flush()
                result.append(character)
                rest = rest.dropFirst()
            } else if character == "<", let next = rest.dropFirst().first, next.isLetter || next == "/" || next == "!" {
                flush()
                let tag = rest[..<endOfTag(rest)]
                result += changingAttributes(tag, change)
                element = tag.dropFirst().prefix { $0.isLetter || $0.isNumber }
                rest = rest[tag.endIndex...]
            } else {
                text.append(character)
                rest = rest.dropFirst()
            }
        }
        flush()
        return result
    }

    /// The texts in their order.
    package static func texts(in source: String) -> [String] {
        var texts: [String] = []
        _ = changing(source) { text in
            texts.append(text)
            return text
        }
        return texts
    }

    private static let literal: Set<Substring> = ["code", "pre", "style", "script"]

    private static func changed(_ text: String, _ change: (String) -> String) -> String {
        let begin = text.firstIndex { !$0.isWhitespace } ?? text.endIndex
        guard let last = text.lastIndex(where: { !$0.isWhitespace }) else { return text }
        let inner = String(text[begin...last])
        guard inner.replacing(/\{\{.*?\}\}+/, with: "").contains(where: \.isLetter) else { return text }
        return text[..<begin] + change(inner) + text[text.index(after: last)...]
    }

    private static func changingAttributes(_ tag: Substring, _ change: (String) -> String) -> String {
        String(tag).replacing(/\s(aria-label|title)="([^"]*)"/) { match in
            " \(match.1)=\"\(changed(String(match.2), change))\""
        }
    }

    /// Where a tag of HTML ends; a tag of Mustache may be in it.
    private static func endOfTag(_ text: Substring) -> String.Index {
        var index = text.startIndex
        while index < text.endIndex {
            if text[index...].hasPrefix("{{"), let range = text[index...].firstRange(of: "}}") {
                index = range.upperBound
                continue
            }
            if text[index] == ">" { return text.index(after: index) }
            index = text.index(after: index)
        }
        return text.endIndex
    }
}
