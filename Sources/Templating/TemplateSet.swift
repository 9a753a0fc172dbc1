import Wording

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
        var text = ""
        var stack = [value]
        let template = try template(named: Template.Name(text: name, line: 1), from: name + Template.ending)
        try render(template.nodes, of: template, &stack, into: &text, escape)
        return text
    }

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
        _ nodes: [Template.Node], of template: Template, _ stack: inout [TemplateValue], into text: inout String,
        _ escape: (String) -> String
    ) throws(TemplateProblem) {
        for node in nodes {
            switch node {
            case .text(let literal, _): text += literal
            case .value(let name, let isEscaped):
                guard case .text(let value) = try Self.value(of: name, in: template, stack) else {
                    throw TemplateProblem(
                        file: template.file, line: name.line,
                        text: "\(name.text) is not a text: write a section, {{#\(name.text)}}")
                }
                text += isEscaped ? escape(value) : value
            case .section(let name, let isInverted, let inner):
                let value = try Self.value(of: name, in: template, stack)
                let scopes: [TemplateValue] =
                    switch value {
                    case .flag(false), .text(""): []
                    case .list(let values): values
                    case .flag, .text, .object: [value]
                    }
                if isInverted {
                    if scopes.isEmpty { try render(inner, of: template, &stack, into: &text, escape) }
                    continue
                }
                for scope in scopes {
                    stack.append(scope)
                    try render(inner, of: template, &stack, into: &text, escape)
                    stack.removeLast()
                }
            case .partial(let name):
                let partial = try self.template(named: name, from: template.file)
                try render(partial.nodes, of: partial, &stack, into: &text, escape)
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
