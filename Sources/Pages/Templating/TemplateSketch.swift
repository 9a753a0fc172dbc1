/// A page as its templates would draw it, with placeholders for its values, which tells of each byte what template it is
/// from.
struct TemplateSketch {
    /// What a page's values that are markup are here, by the last part of their names.
    static let markup = ["style": "", "script": "", "json": "null", "svg": "<svg></svg>"]
    /// What a text is.
    private static let placeholder = "…"

    private var text = ""
    /// Where in the text pieces of templates begin, in order.
    private var sources: [(offset: Int, file: String, line: Int)] = []

    mutating func add(_ piece: String, file: String, line: Int) {
        sources.append((text.utf8.count, file, line))
        text += piece
    }

    mutating func add(value name: Template.Name, isEscaped: Bool, file: String) {
        let markup = isEscaped ? nil : Self.markup[String(name.parts.last ?? "")]
        add(markup ?? Self.placeholder, file: file, line: name.line)
    }

    /// What breaks the rules of pages; `isDrawn` says that a page may look like this one.
    func problems(isMarkdown: Bool, isDrawn: Bool) -> [TemplateProblem] {
        if isMarkdown { return MarkdownRules.problems(in: text).map(located) }
        do throws(PageProblem) {
            var page = try ParsedPage(text)
            if !isDrawn { page.forgetMistakes() }
            return PageRules(policy: Self.placeholder, style: "", script: "").problems(of: page).map(located)
        } catch {
            return [located(error)]
        }
    }

    private func located(_ problem: PageProblem) -> TemplateProblem {
        let source = sources.last { $0.offset <= problem.offset } ?? (0, "", 1)
        let piece = text.utf8.dropFirst(source.offset).prefix(max(0, problem.offset - source.offset))
        return TemplateProblem(
            file: source.file, line: source.line + piece.count { $0 == UInt8(ascii: "\n") }, text: problem.text)
    }
}
