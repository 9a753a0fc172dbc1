/// What a page of one file, that loads nothing and runs nothing from elsewhere, must not have in its sources.
package enum PageRules {
    /// Bytes of all scripts together.
    package static let mostScriptBytes = 12 * 1024

    /// What breaks the rules in a template, style sheet or script, by the ending of its name.
    package static func problems(in text: String, file: String) -> [TemplateProblem] {
        var problems: [TemplateProblem] = []
        func look(for patterns: [(Regex<(Substring, Substring)>, String)]) {
            for (pattern, advice) in patterns {
                // Simple boundaries: to Unicode's, "a.b" is one word.
                // Scalars: a mark behind a sign takes it out of Swift's characters, and not out of the page.
                let pattern = pattern.ignoresCase().wordBoundaryKind(.simple).matchingSemantics(.unicodeScalar)
                for match in text.matches(of: pattern) {
                    let line = 1 + text[..<match.1.startIndex].count { $0.isNewline }
                    let found = match.1.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                    problems.append(TemplateProblem(file: file, line: line, text: "\"\(found)\": \(advice)"))
                }
            }
        }
        switch file.split(separator: ".").last {
        case "mustache":
            look(for: markup)
        case "css":
            look(for: style)
        case "js":
            look(for: script)
            if text.utf8.count > mostScriptBytes {
                problems.append(
                    TemplateProblem(
                        file: file, line: 1,
                        text: "a page's script has at most \(mostScriptBytes) bytes, this one \(text.utf8.count)"))
            }
        default: break
        }
        if file.hasSuffix(".css") || file.hasSuffix(".js") {
            // The HTML parser would end the element there, whatever the hash says.
            look(for: [(/(<\/)/, "ends the element that the file stands in")])
        }
        return problems.sorted { ($0.line, $0.text) < ($1.line, $1.text) }
    }

    // Regular expressions are not Sendable, so these are made when asked for. Each captures what is to be shown.
    private static var markup: [(Regex<(Substring, Substring)>, String)] {
        [
            (/<[a-z][^>]*?\s(style\s*=)/, "the page's policy blocks style attributes; use a class and style.css"),
            (/<[a-z][^>]*?\s(on[a-z]+\s*=)/, "the page's policy blocks handlers in attributes; use report.js"),
            (/(javascript:)/, "the page's policy blocks scripts in addresses; use report.js"),
            (
                /<[a-z][^>]*?\s((?:src|srcset|href|poster|data|action|formaction|background|cite|ping|xlink:href)\s*=\s*(?!["']?(?:#|\{\{|data:))[^\s>]*)/,
                "a page loads and names nothing outside of itself"
            ),
            (
                /(<(?:form|link|iframe|frame|object|embed|base|img|video|audio|source|portal))\b/,
                "a page has no element that sends or loads something"
            ),
            (/(http-equiv\s*=\s*["']?refresh)/, "a page stays where it is"),
        ]
    }

    private static var style: [(Regex<(Substring, Substring)>, String)] {
        [
            (/(@import)/, "a page loads nothing"),
            (/(url\(\s*["']?(?!["']?(?:data:|#))[^)]*)/, "a page loads nothing"),
            (/(https?:\/\/\S+)/, "a page names no address outside of itself"),
        ]
    }

    private static var script: [(Regex<(Substring, Substring)>, String)] {
        [
            (
                /(?:^|[^.\w])((?:window\.|self\.)?(?:fetch|eval|importScripts)\s*\()/,
                "a page loads and compiles nothing"
            ),
            (
                /\b(new\s+Function|XMLHttpRequest|WebSocket|EventSource|sendBeacon)\b/,
                "a page sends and compiles nothing"
            ),
            (/\b(import\s*[("'{*])/, "a page loads nothing"),
            (/\b(innerHTML|outerHTML|insertAdjacentHTML|document\.write)\b/, "texts become nodes by textContent"),
            (/\b(localStorage|sessionStorage|indexedDB|document\.cookie)\b/, "a page keeps nothing"),
        ]
    }
}
