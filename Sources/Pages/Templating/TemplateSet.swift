import Support

/// Templates that include one another.
package struct TemplateSet: Sendable {
    let templates: [String: Template]

    /// - Parameter files: texts by file name; those that do not end in `.mustache` are left out.
    package init(files: [String: String]) throws(TemplateProblem) {
        var templates: [String: Template] = [:]
        for (file, text) in files.sorted(by: { $0.key < $1.key }) where file.hasSuffix(Template.ending) {
            let template = try Template(text, file: file)
            templates[template.name] = template
        }
        self.templates = templates
        try refuseCycles()
    }

    /// Draws a template and its partials; `escape` writes the values of `{{name}}`.
    ///
    /// A name that the values do not have and a partial that does not exist are errors.
    package func render(
        _ name: String, with value: TemplateValue, escape: (String) -> String
    ) throws(TemplateProblem) -> String {
        var drawing = Drawing(stack: [value])
        let template = try template(named: Template.Name(text: name, line: 1), from: name + Template.ending)
        try render(template.nodes, of: template, into: &drawing, escape)
        return drawing.text
    }

    /// A text that is being drawn.
    private struct Drawing {
        var text = ""
        var stack: [TemplateValue]
        private var parts = 0

        init(stack: [TemplateValue]) { self.stack = stack }

        /// Counts a part and refuses more than any page has: lists within lists, and partials that include others twice,
        /// could be drawn for ever.
        mutating func count(from template: Template) throws(TemplateProblem) {
            parts += 1
            guard parts <= TemplateSet.mostParts, text.utf8.count <= TemplateSet.mostBytes else {
                throw TemplateProblem(
                    file: template.file, line: 1,
                    text: "the page comes to over \(TemplateSet.mostParts) parts or \(TemplateSet.mostBytes >> 20) MiB "
                        + "with this template; repeat and include less")
            }
        }
    }

    /// Of one page: the largest reports have about 200,000 parts.
    private static let mostParts = 2_000_000
    private static let mostBytes = 64 << 20

    /// - Parameter file: the file whose tag names it.
    func template(named name: Template.Name, from file: String) throws(TemplateProblem) -> Template {
        if let template = templates[name.text] { return template }
        let nearest = Spelling.nearest(to: name.text, among: templates.keys)
        throw TemplateProblem(
            file: file, line: name.line,
            text: "there is no template \(name.text)\(Template.ending); "
                + (nearest.map { "did you mean \($0)?" }
                    ?? "there are \(templates.keys.sorted().joined(separator: ", "))"))
    }

    private func render(
        _ nodes: [Template.Node], of template: Template, into drawing: inout Drawing, _ escape: (String) -> String
    ) throws(TemplateProblem) {
        for node in nodes {
            try drawing.count(from: template)
            switch node {
            case .text(let literal, _): drawing.text += literal
            case .value(let name, let isEscaped):
                guard case .text(let value) = try Self.value(of: name, in: template, drawing.stack) else {
                    throw TemplateProblem(
                        file: template.file, line: name.line,
                        text: "\(name.text) is not a text: write a section, {{#\(name.text)}}")
                }
                drawing.text += isEscaped ? escape(value) : value
            case .section(let name, let isInverted, let inner):
                let value = try Self.value(of: name, in: template, drawing.stack)
                let scopes: [TemplateValue] =
                    switch value {
                    case .flag(false), .text(""): []
                    case .list(let values): values
                    case .flag, .text, .object: [value]
                    }
                if isInverted {
                    if scopes.isEmpty { try render(inner, of: template, into: &drawing, escape) }
                    continue
                }
                for scope in scopes {
                    drawing.stack.append(scope)
                    try render(inner, of: template, into: &drawing, escape)
                    drawing.stack.removeLast()
                }
            case .partial(let name):
                let partial = try self.template(named: name, from: template.file)
                try render(partial.nodes, of: partial, into: &drawing, escape)
            }
        }
    }

    /// The innermost value that has the name's first part, then into it.
    private static func value(
        of name: Template.Name, in template: Template, _ stack: [TemplateValue]
    ) throws(TemplateProblem) -> TemplateValue {
        if let value = name.value(in: stack) { return value }
        throw TemplateProblem(
            file: template.file, line: name.line,
            text: name.missing(in: stack))
    }
}

extension Template.Name {
    /// The innermost of `scopes`, outermost first, that has the name's first part, and then into it; nil if that fails.
    func value(in scopes: [TemplateValue]) -> TemplateValue? {
        guard let first = parts.first else { return scopes.last }
        let scope = scopes.last { $0[first] != nil }
        return parts.reduce(scope) { value, part in value?[part] }
    }

    /// What to say of a name that has no value, with the nearest one that has.
    func missing(in scopes: [TemplateValue]) -> String {
        let known = scopes.flatMap { scope in scope.names(depth: parts.count) }
        let nearest = Spelling.nearest(to: text, among: known)
        return "this page has no value \(text) here" + (nearest.map { "; did you mean \($0)?" } ?? "")
    }
}

extension TemplateValue {
    /// The names of its values and, `depth` deep, of theirs.
    fileprivate func names(depth: Int) -> [String] {
        guard depth > 0, case .object(let values) = self else { return [] }
        return values.flatMap { name, value in [name] + value.names(depth: depth - 1).map { name + "." + $0 } }
    }
}

extension TemplateSet {
    /// Refuses templates that include themselves, which would never be drawn to the end, and those that include one another
    /// over many steps.
    func refuseCycles() throws(TemplateProblem) {
        var done: Set<String> = []
        for name in templates.keys.sorted() { try visit(name, from: [], &done) }
    }

    private func visit(_ name: String, from path: [String], _ done: inout Set<String>) throws(TemplateProblem) {
        guard !done.contains(name), let template = templates[name] else { return }
        guard path.count < Self.mostSteps else {
            throw TemplateProblem(
                file: template.file, line: 1,
                text: "templates include one another over more than \(Self.mostSteps) steps to get here")
        }
        for partial in Self.partials(in: template.nodes) {
            if let index = (path + [name]).firstIndex(of: partial.text) {
                let circle = (path + [name])[index...] + [partial.text]
                throw TemplateProblem(
                    file: template.file, line: partial.line,
                    text: "a template must not include itself: \(circle.joined(separator: " > "))")
            }
            try visit(partial.text, from: path + [name], &done)
        }
        done.insert(name)
    }

    private static let mostSteps = 16

    private static func partials(in nodes: [Template.Node]) -> [Template.Name] {
        nodes.flatMap { node in
            switch node {
            case .partial(let name): [name]
            case .section(_, _, let inner): partials(in: inner)
            case .text, .value: [Template.Name]()
            }
        }
    }
}
