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
