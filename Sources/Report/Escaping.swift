import Plotting

/// How values are written into a template: scalar by scalar, for a quote that a combining mark follows is a quote.
package enum Escaping: CaseIterable, Sendable {
    case page, markdown

    package func escape(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            if let replacement = replacement(of: scalar) {
                escaped += replacement
            } else {
                escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// For XML's texts and attributes; of what no XML may hold, U+FFFD is left.
    static func xml(_ text: String) -> String { Escaping.page.escape(text.printable) }

    private func replacement(of scalar: Unicode.Scalar) -> String? {
        switch (self, scalar) {
        case (_, "<"): "&lt;"
        case (_, ">"): "&gt;"
        case (_, "&"): "&amp;"
        case (.page, "\""): "&quot;"
        case (.page, "'"): "&#39;"
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
        default: nil
        }
    }
}
