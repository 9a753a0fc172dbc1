import Mustache

/// How values are written into a template. The library's own HTML escaping goes by characters and so passes a quote
/// that a combining mark follows; these go by Unicode scalars.
package enum Escaping: String, MustacheContentType, CaseIterable, Sendable {
    case page = "PAGE"
    case markdown = "MARKDOWN"

    /// Makes the content type known to templates.
    func register() { MustacheContentTypes.register(self, named: rawValue) }

    package func escapeText(_ text: String) -> String {
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
