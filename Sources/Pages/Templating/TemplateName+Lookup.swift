import Support

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
