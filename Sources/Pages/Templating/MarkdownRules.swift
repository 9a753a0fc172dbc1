/// What a summary in Markdown may have: it is shown by services that load what a summary names.
package enum MarkdownRules {
    private static let elements: Set<String> = [
        "html", "head", "body", "details", "summary", "br", "sub", "sup", "b", "i", "em", "strong", "code", "pre",
        "small",
    ]

    package static func problems(in text: String) -> [PageProblem] {
        var problems: [PageProblem] = []
        do throws(PageProblem) {
            for element in try ParsedPage(text).elements
            where !elements.contains(element.name) || !element.attributes.isEmpty {
                problems.append(
                    PageProblem(
                        offset: element.offset,
                        text:
                            "<\(element.name)>: a summary has no elements but \(elements.sorted().joined(separator: ", "))"
                            + " without attributes"))
            }
        } catch {
            problems.append(error)
        }
        let links = [/\]\(\s*<?([^)\s>]*)/, /(?m)^\s*\[[^\]\n]+\]:\s*<?([^\s>]*)/].flatMap {
            text.matches(of: $0.matchingSemantics(.unicodeScalar))
        }
        for link in links.map(\.1) where !link.hasPrefix("#") && PageRules.path(String(link)) == nil {
            problems.append(
                PageProblem(
                    offset: text.utf8.distance(from: text.startIndex, to: link.startIndex),
                    text: "\"\(link)\": a summary leads to its own parts and to files beside it"))
        }
        return problems
    }
}
