import Support

/// Looks for what is wrong in templates before anything is drawn with them: in the parts, too, that a run at hand would
/// leave out.
package struct TemplateCheck {
    private let set: TemplateSet
    private let names: [String]
    private var found: Set<TemplateProblem> = []
    /// Templates that a page includes.
    private var used: Set<String> = []
    /// Where each id of the page at hand stands.
    private var ids: [String: (file: String, line: Int)] = [:]
    private var sketch = TemplateSketch()
    private var branches = Branches.all
    private var language = Language.english
    private var parts = 0

    /// Which of a section and what stands without it are walked through.
    private enum Branches: CaseIterable { case all, sections, others }

    /// A page is in one language. What differs between them stands in their sections, so that each but the first is drawn
    /// once.
    private static let drawings =
        Branches.allCases.map { (Language.english, $0) }
        + Language.allCases.dropFirst().map { ($0, Branches.sections) }

    /// In templates with every branch once; those of the program come to about 4,000.
    private static let mostParts = 50_000

    /// Sorted by file and line.
    package var problems: [TemplateProblem] {
        found.sorted { ($0.file, $0.line, $0.text) < ($1.file, $1.line, $1.text) }
    }

    /// - Parameters:
    ///   - keys: The values of each page; a page is a template of that name.
    ///   - texts: The pages that are Markdown; the others are HTML.
    package init(_ set: TemplateSet, keys: ViewKeys, texts: Set<String>) {
        self.set = set
        names = set.templates.keys.sorted()
        for (page, values) in keys.values.sorted(by: { $0.key < $1.key }) {
            guard let template = set.templates[page] else { continue }
            used.insert(page)
            for (language, branches) in Self.drawings {
                (self.language, self.branches) = (language, branches)
                ids = [:]
                sketch = TemplateSketch()
                parts = 0
                walk(template.nodes, of: template, [values], isInList: false)
                guard parts <= Self.mostParts else {
                    report(template.file, 1, "this page comes to over \(Self.mostParts) parts; include less")
                    return
                }
                // Both branches behind one another are a page that is never drawn, and need not be valid HTML.
                found.formUnion(sketch.problems(isMarkdown: texts.contains(page), isDrawn: branches != .all))
            }
        }
        for name in names where !used.contains(name) {
            let nearest = Spelling.nearest(to: name, among: names.filter { $0 != name })
            report(
                set.templates[name]?.file ?? name, 1,
                "no page includes this template" + (nearest.map { "; did you mean \($0)\(Template.ending)?" } ?? ""))
        }
    }

    private mutating func report(_ file: String, _ line: Int, _ text: String) {
        found.insert(TemplateProblem(file: file, line: line, text: text))
    }

    private mutating func walk(
        _ nodes: [Template.Node], of template: Template, _ scopes: [TemplateValue], isInList: Bool
    ) {
        for node in nodes {
            parts += 1
            guard parts <= Self.mostParts else { return }
            switch node {
            case .text(let text, let line):
                collectIDs(text, template.file, line, isInList: isInList)
                sketch.add(text, file: template.file, line: line)
            case .value(let name, let isEscaped):
                walk(name, of: template, scopes, isEscaped: isEscaped)
            case .section(let name, let isInverted, let inner):
                guard let value = name.value(in: scopes) else {
                    report(template.file, name.line, name.missing(in: scopes))
                    continue
                }
                guard isWalked(name, isInverted: isInverted) else { continue }
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
                    found.insert(error)
                }
            }
        }
    }

    private func isWalked(_ section: Template.Name, isInverted: Bool) -> Bool {
        if let ofLanguage = Language(rawValue: section.text) { return (ofLanguage == language) != isInverted }
        return branches == .all || isInverted == (branches == .others)
    }

    private mutating func walk(
        _ name: Template.Name, of template: Template, _ scopes: [TemplateValue], isEscaped: Bool
    ) {
        switch name.value(in: scopes) {
        case nil: report(template.file, name.line, name.missing(in: scopes))
        case .list?, .object?:
            report(template.file, name.line, "\(name.text) is not a text: write a section, {{#\(name.text)}}")
        case .text?, .flag?:
            let isMarkup = TemplateSketch.markup[String(name.parts.last ?? "")] != nil
            if !isEscaped, !isMarkup {
                report(template.file, name.line, "\(name.text) is a text and no markup: write {{\(name.text)}}")
            }
            sketch.add(value: name, isEscaped: isEscaped, file: template.file)
        }
    }

    /// Ids that are written out: those with a value in them are the values' business.
    private mutating func collectIDs(_ text: String, _ file: String, _ firstLine: Int, isInList: Bool) {
        for match in text.matches(of: /\sid\s*=\s*(?:"([^"]*)"|'([^']*)')/) {
            let id = String(match.1 ?? match.2 ?? "")
            let line = firstLine + text[..<match.range.lowerBound].count { $0.isNewline }
            if isInList {
                report(file, line, "the id \"\(id)\" stands in a list and would be there again: add a value to it")
            } else if let first = ids[id], branches == .all {
                report(file, line, "the id \"\(id)\" is at \(first.file), line \(first.line), already")
            }
            ids[id] = (file, line)
        }
    }
}
