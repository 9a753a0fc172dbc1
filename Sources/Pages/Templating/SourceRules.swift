/// What the style sheet and the script of a page must not have.
///
/// A style sheet that passes loads nothing. A script is told by its names alone: what one of a stranger's does a person has
/// to read, and whoever draws or verifies a page with such a one is told.
package enum SourceRules {
    /// Bytes of a page's script.
    package static let mostScriptBytes = 12 * 1024

    private typealias Rule = (pattern: Regex<(Substring, Substring)>, advice: String)

    /// What breaks the rules in a text, by the ending of its file's name.
    package static func problems(in text: String, file: String) -> [TemplateProblem] {
        var problems: Set<TemplateProblem> = []
        switch file.split(separator: ".").last {
        case "css": problems.formUnion(found(style, in: text.replacing(cssEscape, with: cssScalar), file))
        case "js":
            for text in [text, plainScript(text)] { problems.formUnion(found(script, in: text, file)) }
            if text.utf8.count > mostScriptBytes {
                problems.insert(
                    TemplateProblem(
                        file: file, line: 1,
                        text: "a page's script has at most \(mostScriptBytes) bytes, this one \(text.utf8.count)"))
            }
        default: break
        }
        return problems.sorted { ($0.line, $0.text) < ($1.line, $1.text) }
    }

    private static func found(_ rules: [Rule], in text: String, _ file: String) -> [TemplateProblem] {
        rules.flatMap { rule in
            // Simple boundaries: to Unicode's, "a.b" is one word.
            // Scalars: a mark behind a sign takes it out of Swift's characters, and not out of the page.
            let pattern = rule.pattern.ignoresCase().wordBoundaryKind(.simple).matchingSemantics(.unicodeScalar)
            return text.matches(of: pattern).map { match in
                let line = 1 + text[..<match.1.startIndex].count { $0.isNewline }
                let found = match.1.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                return TemplateProblem(file: file, line: line, text: "\"\(found)\": \(rule.advice)")
            }
        }
    }

    // Regular expressions are not Sendable, so these are made when asked for. Each captures what is to be shown.

    /// The HTML parser would end the element there, whatever the policy's hash says.
    private static var end: Rule { (/(<\/)/, "ends the element that the file stands in") }

    private static var style: [Rule] {
        [
            end,
            (/(@import)/, "a page loads nothing"),
            (/(url\(\s*["']?(?!["']?(?:data:|#))[^)]*)/, "a page loads nothing"),
            (/((?:image-set|image|cross-fade|src)\(\s*["'][^)]*)/, "a page loads nothing"),
            (/(https?:\/\/\S+)/, "a page names no address outside of itself"),
        ]
    }

    private static var script: [Rule] {
        [
            end,
            (
                /(?:^|[^.\w])((?:window\.|self\.)?(?:fetch|eval|importScripts)\s*\()/,
                "a page loads and compiles nothing"
            ),
            (
                /\b(new\s+Function|XMLHttpRequest|WebSocket|WebTransport|RTCPeerConnection|EventSource|sendBeacon)\b/,
                "a page sends and compiles nothing"
            ),
            (/\b(import\s*[("'{*])/, "a page loads nothing"),
            (
                /\b(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|srcdoc|document\.write(?:ln)?)\b/,
                "texts become nodes by textContent"
            ),
            (/\b(localStorage|sessionStorage|indexedDB|document\.cookie|caches)\b/, "a page keeps nothing"),
            (
                /\b(location|navigation|navigator|history|opener|defaultView|showModalDialog|http-?equiv)\b/,
                "a page stays where it is"
            ),
            (/(?:^|[^.\w])((?:window\.|self\.|globalThis\.)?open\s*\()/, "a page opens nothing"),
            (/(\.\s*(?:click|submit|requestSubmit|dispatchEvent)\s*\()/, "a page follows no link by itself"),
            (
                /(\.\s*(?:href|src|action|formAction)\s*=(?!=)|setAttribute(?:NS)?\s*\([^)]*\b(?:href|src|action)\b)/,
                "a page leads where its templates say"
            ),
            (
                /\b((?:window|self|globalThis|document|top|parent)\s*(?:\?\.)?\s*\[|constructor|Reflect|fromCharCode|fromCodePoint)/,
                "names are written out"
            ),
        ]
    }

    private static var cssEscape: Regex<(Substring, Substring?, Substring?)> {
        /\\(?:([0-9A-Fa-f]{1,6})[ \t\n]?|([^\n]))/.matchingSemantics(.unicodeScalar)
    }

    /// What an escape of a style sheet stands for.
    private static func cssScalar(_ match: Regex<(Substring, Substring?, Substring?)>.Match) -> String {
        guard let digits = match.1 else { return String(match.2 ?? "") }
        return scalar(digits)
    }

    private static func scalar(_ digits: Substring) -> String {
        UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? "\u{FFFD}"
    }

    /// A script without escapes and with joined texts in one: `"loc" + "\x61tion"` as `"location"`.
    private static func plainScript(_ text: String) -> String {
        text.replacing(/\\(?:u\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2}))/) { match in
            scalar(match.1 ?? match.2 ?? match.3 ?? "")
        }
        .replacing(/\/\*[^*]*\*\//, with: " ")
        .replacing(/["'`]\s*\+\s*["'`]/, with: "")
    }
}
