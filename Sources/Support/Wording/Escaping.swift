/// How a text from elsewhere is written into another language so that it stays a text there: one way for each place where
/// it may stand.
///
/// It goes by scalars and never by Swift's characters: to those a quote and the accent behind it are one, and so are an
/// Arabic number sign and the `<` behind it, and a reader of bytes takes them for two. Style sheets and scripts have no
/// values in them, so there is no way for those.
package enum Escaping: CaseIterable, Sendable {
    /// A page's text, or an attribute's value in quotes.
    case page
    /// The same in SVG and other XML, in which some scalars must not stand at all.
    case xml
    /// JSON within a script element, which its text can neither end nor turn into a comment.
    case scriptData
    case markdown

    package func escape(_ text: String) -> String {
        var escaped = ""
        escaped.reserveCapacity(text.utf8.count)
        // What is between two replacements goes over as it is.
        var start = text.startIndex
        for index in text.unicodeScalars.indices {
            guard let replacement = replacement(of: text.unicodeScalars[index]) else { continue }
            escaped.unicodeScalars.append(contentsOf: text.unicodeScalars[start..<index])
            escaped += replacement
            start = text.unicodeScalars.index(after: index)
        }
        escaped.unicodeScalars.append(contentsOf: text.unicodeScalars[start...])
        return escaped
    }

    private func replacement(of scalar: Unicode.Scalar) -> String? {
        switch (self, scalar) {
        case (.scriptData, "<"), (.scriptData, "\u{7F}"..."\u{9F}"): Self.jsonEscape(scalar)
        case (.scriptData, _): scalar.properties.isNoncharacterCodePoint ? Self.jsonEscape(scalar) : nil
        case (_, "<"): "&lt;"
        case (_, ">"): "&gt;"
        case (_, "&"): "&amp;"
        case (.page, "\""), (.xml, "\""): "&quot;"
        case (.page, "'"), (.xml, "'"): "&#39;"
        case (.xml, _): scalar.isUnprintable ? "\u{FFFD}" : nil
        // Controls are not allowed in HTML; direction marks could make a text read as another.
        case (.page, "\u{0}"..."\u{8}"), (.page, "\u{B}"), (.page, "\u{C}"), (.page, "\u{E}"..."\u{1F}"),
            (.page, "\u{7F}"..."\u{9F}"), (_, "\u{202A}"..."\u{202E}"), (_, "\u{2066}"..."\u{2069}"):
            "\u{FFFD}"
        // A line end would end a table's row or start a heading.
        case (.markdown, "\u{0}"..."\u{1F}"), (.markdown, "\u{7F}"..."\u{9F}"), (.markdown, "\u{2028}"..."\u{2029}"):
            " "
        case (.markdown, "|"), (.markdown, "\\"), (.markdown, "`"), (.markdown, "*"), (.markdown, "_"),
            (.markdown, "["), (.markdown, "]"), (.markdown, "!"), (.markdown, "#"), (.markdown, "~"), (.markdown, "@"):
            "\\" + String(scalar)
        // Mistakes wherever they stand in HTML.
        case (.page, _): scalar.properties.isNoncharacterCodePoint ? "\u{FFFD}" : nil
        default: nil
        }
    }

    /// As JSON may write any scalar: one unit of UTF-16 or two.
    private static func jsonEscape(_ scalar: Unicode.Scalar) -> String {
        String(scalar).utf16.map { unit in
            let digits = String(unit, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }
}
