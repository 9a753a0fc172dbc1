import Wording

/// Looks for what is wrong in templates without drawing them: in the parts, too, that a run at hand would leave out.
package struct TemplateCheck {
    private let set: TemplateSet
    private let names: [String]
    package private(set) var problems: [TemplateProblem] = []
    /// Templates that a page includes.
    private var used: Set<String> = []
    /// Where each id of the page at hand stands.
    private var ids: [String: (file: String, line: Int)] = [:]

    /// - Parameter keys: the values of each page; a page is a template of that name.
    package init(_ set: TemplateSet, keys: ViewKeys) {
        self.set = set
        names = set.templates.keys.sorted()
        for (page, values) in keys.values.sorted(by: { $0.key < $1.key }) {
            ids = [:]
            guard let template = set.templates[page] else { continue }
            used.insert(page)
            walk(template.nodes, of: template, [values], isInList: false)
        }
        for name in names where !used.contains(name) {
            let nearest = Spelling.nearest(to: name, among: names.filter { $0 != name })
            report(
                set.templates[name]?.file ?? name, 1,
                "no page includes this template" + (nearest.map { "; did you mean \($0)\(Template.ending)?" } ?? ""))
        }
        problems.sort { ($0.file, $0.line, $0.text) < ($1.file, $1.line, $1.text) }
    }

    private mutating func report(_ file: String, _ line: Int, _ text: String) {
        let problem = TemplateProblem(file: file, line: line, text: text)
        if !problems.contains(problem) { problems.append(problem) }
    }

    private mutating func walk(
        _ nodes: [Template.Node], of template: Template, _ scopes: [TemplateValue], isInList: Bool
    ) {
        for node in nodes {
            switch node {
            case .text(let text, let line): collectIDs(text, template.file, line, isInList: isInList)
            case .value(let name, _):
                switch name.value(in: scopes) {
                case nil: report(template.file, name.line, name.missing(in: scopes))
                case .list?, .object?:
                    report(template.file, name.line, "\(name.text) is not a text: write a section, {{#\(name.text)}}")
                case .text?, .flag?: break
                }
            case .section(let name, let isInverted, let inner):
                guard let value = name.value(in: scopes) else {
                    report(template.file, name.line, name.missing(in: scopes))
                    continue
                }
                var scope = value
                var entersList = false
                if case .list(let items) = value {
                    scope = items.first ?? value
                    entersList = true
                }
                walk(
                    inner, of: template, isInverted ? scopes : scopes + [scope],
                    isInList: isInList || (entersList && !isInverted))
            case .partial(let name):
                do throws(TemplateProblem) {
                    let partial = try set.template(named: name, from: template.file)
                    used.insert(name.text)
                    walk(partial.nodes, of: partial, scopes, isInList: isInList)
                } catch {
                    if !problems.contains(error) { problems.append(error) }
                }
            }
        }
    }

    /// Ids that are written out: those with a value in them are the values' business.
    private mutating func collectIDs(_ text: String, _ file: String, _ firstLine: Int, isInList: Bool) {
        for match in text.matches(of: /\sid\s*=\s*(?:"([^"]*)"|'([^']*)')/) {
            let id = String(match.1 ?? match.2 ?? "")
            let line = firstLine + text[..<match.range.lowerBound].count { $0.isNewline }
            if isInList {
                report(file, line, "the id \"\(id)\" stands in a list and would be there again: add a value to it")
            } else if let first = ids[id] {
                report(file, line, "the id \"\(id)\" is at \(first.file), line \(first.line), already")
            }
            ids[id] = (file, line)
        }
    }
}
