/// Every name that the templates of a page may ask for, read from the tables of the manual.
///
/// A row is `` | `metrics.appliances[].name` | what it is | ``; `[]` marks a list, and a second name in the first cell is
/// that of a shape: its keys stand below this one. Rows belong to what the nearest heading above them names, templates
/// or a shape: `` ### `report.mustache` ``, `` ### Shape `value` ``.
package struct ViewKeys: Equatable, Sendable {
    /// By template: a value of each key, a list of one for each list.
    package let values: [String: TemplateValue]
    /// By template: the keys, shapes written out.
    package let keys: [String: [String]]

    package init(manual: String) {
        var tables: [String: [(key: String, shape: String?)]] = [:]
        var heading: [String] = []
        for line in manual.split(separator: "\n") {
            if line.hasPrefix("#") {
                heading = Self.quoted(line)
            } else if line.hasPrefix("| `") {
                let names = Self.quoted(line.dropFirst(2).prefix { $0 != "|" })
                for name in heading { tables[name, default: []].append((names[0], names.dropFirst().first)) }
            }
        }
        func keys(of table: String) -> [String] {
            guard let rows = tables[table] else { preconditionFailure("the manual has no shape \(table)") }
            return rows.flatMap { row in row.shape.map { keys(of: $0).map { row.key + "." + $0 } } ?? [row.key] }
        }
        let pages = tables.keys.filter { $0.hasSuffix(Template.ending) }
        self.keys = Dictionary(
            uniqueKeysWithValues: pages.map { (String($0.dropLast(Template.ending.count)), keys(of: $0)) })
        values = self.keys.mapValues { keys in
            keys.reduce(TemplateValue.object([:])) { value, key in
                value.adding(key.split(separator: ".").map(String.init)[...])
            }
        }
    }

    /// The keys of a value in the same notation, sorted; a list that is empty has none below it.
    package static func keys(of value: TemplateValue) -> [String] {
        var found: Set<String> = []
        func visit(_ value: TemplateValue, _ path: String) {
            switch value {
            case .text, .flag: found.insert(path)
            case .list(let items):
                found.insert(path + "[]")
                for item in items { visit(item, path + "[]") }
            case .object(let values):
                for (name, value) in values { visit(value, path.isEmpty ? name : path + "." + name) }
            }
        }
        visit(value, "")
        // A list of objects is told by what is in it.
        return found.filter { key in !key.hasSuffix("[]") || !found.contains { $0.hasPrefix(key + ".") } }.sorted()
    }

    private static func quoted(_ line: Substring) -> [String] {
        line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .filter { !$0.offset.isMultiple(of: 2) }.map { String($0.element) }
    }
}

extension TemplateValue {
    /// With a place for the key that `path` leads to.
    fileprivate func adding(_ path: ArraySlice<String>) -> TemplateValue {
        guard let part = path.first else {
            if case .text = self { return .text("…") }
            return self
        }
        var values: [String: TemplateValue] = if case .object(let values) = self { values } else { [:] }
        let isList = part.hasSuffix("[]")
        let name = isList ? String(part.dropLast(2)) : part
        let old: TemplateValue? = if case .list(let items)? = values[name] { items.first } else { values[name] }
        let inner = (old ?? .text("…")).adding(path.dropFirst())
        values[name] = isList ? .list([inner]) : inner
        return .object(values)
    }
}
