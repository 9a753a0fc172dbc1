import Files
import Foundation
import Localisation
import Plotting
import Runs
import Templating
import Wording

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

    /// What keeps the page from being one file that loads and sends nothing.
    package var problems: [String] {
        let style = text(after: "<style>", before: "</style>") ?? ""
        let script = text(after: "<script>", before: "</script>") ?? ""
        var problems = [("css", style), ("js", script), ("mustache", tags)].flatMap { ending, text in
            PageRules.problems(in: text, file: "page." + ending).map(\.text)
        }
        let policy = html.contains(
            "<meta http-equiv=\"Content-Security-Policy\" content=\""
                + Escaping.page.escape(PageAssets.policy(style: style, script: script)) + "\">")
        if !policy { problems.append("the content security policy is not that of its style and script") }
        return problems
    }

    /// The tags, without the texts between them, in which `<` is escaped, and without the contents of scripts.
    private var tags: String {
        var tags: [UInt8] = []
        var isInside = false
        for byte in html.utf8 {
            if byte == UInt8(ascii: "<") { isInside = true }
            if isInside { tags.append(byte) }
            if byte == UInt8(ascii: ">") {
                if isInside { tags.append(UInt8(ascii: "\n")) }
                isInside = false
            }
        }
        // Paths are most of a page, and digits break no rule. Attributes that hold text may say anything.
        return String(decoding: tags, as: UTF8.self)
            .replacing(/\sd="[-0-9MmLlHhVvZzCcAaQqSsTt., ]*"/.matchingSemantics(.unicodeScalar), with: "")
            .replacing(
                /\s(?:aria-[a-z]+|data-[a-z-]+|title|alt)="[^"]*"/.matchingSemantics(.unicodeScalar), with: "")
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
