import Foundation
import Plots
import Runs
import Support

/// A finished page taken apart: the data in it, its style and script, and the tags around them.
package struct PageContents {
    package let html: String

    package init(html: String) { self.html = html }

    /// The JSON text of a block of data, `results`, `configuration` or `provenance`; nil if the page has none.
    package func json(_ part: String) -> String? {
        text(after: "<script type=\"application/json\" id=\"data-\(part)\">", before: "</script>")
    }

    /// Of how the page was drawn what it says of itself.
    package var language: Language? { text(after: "<html lang=\"", before: "\"").flatMap(Language.init) }
    package var theme: ReportLook.Theme? { text(after: "data-theme=\"", before: "\"").flatMap(ReportLook.Theme.init) }

    /// What keeps the page from being one file that loads and sends nothing and stays where it is. `hasFile` says whether
    /// there is something at a path relative to the page; nil where that can't be known. `isEarlier`: the page may be one of an
    /// earlier version.
    package func problems(isEarlier: Bool = false, hasFile: (@Sendable (String) -> Bool)? = nil) -> [String] {
        let page: ParsedPage
        do throws(PageProblem) { page = try ParsedPage(html) } catch { return [located(error)] }
        let style = page.elements.first { $0.name == "style" }?.content ?? ""
        let script = page.elements.first { $0.name == "script" && $0["type"] == nil }?.content ?? ""
        let rules = PageRules(
            policy: PageAssets.policy(style: style, script: script),
            earlier: isEarlier ? [PageAssets.earlierPolicy(style: style, script: script)] : [], style: style,
            script: script, hasFile: hasFile)
        return rules.problems(of: page).map(located)
            + [("style.css", style), ("report.js", script)].flatMap { name, text in
                SourceRules.problems(in: text, file: name).map(\.description)
            }
    }

    private func located(_ problem: PageProblem) -> String {
        let line = 1 + html.utf8.prefix(problem.offset).count { $0 == UInt8(ascii: "\n") }
        return "line \(line): \(problem.text)"
    }

    private func text(after start: String, before end: String) -> String? {
        // Bytes, as a browser reads them: to Swift's characters a mark behind the end hides it.
        let bytes = html.utf8
        guard let first = bytes.firstRange(of: start.utf8)?.upperBound,
            let last = bytes[first...].firstRange(of: end.utf8)?.lowerBound
        else { return nil }
        return String(html[first..<last])
    }
}
