extension TemplateSet {
    /// Refuses templates that include themselves: they would never be drawn to the end.
    func refuseCycles() throws(TemplateProblem) {
        var done: Set<String> = []
        for name in templates.keys.sorted() { try visit(name, from: [], &done) }
    }

    private func visit(_ name: String, from path: [String], _ done: inout Set<String>) throws(TemplateProblem) {
        guard !done.contains(name), let template = templates[name] else { return }
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
