import Support

/// What a template is drawn with: complete and formatted, without logic.
package enum TemplateValue: Equatable, Sendable {
    case text(String)
    case flag(Bool)
    case list([TemplateValue])
    case object([String: TemplateValue])

    /// A view as a template sees it: structures are objects by the names of their properties.
    ///
    /// Texts, whole numbers, flags, lists and structures of these may be in it; a ``Text`` is in the reader's language, an
    /// optional is its value or a flag that is off.
    package init(reflecting view: Any) {
        switch view {
        case let value as TemplateValue: self = value
        case let text as String: self = .text(text)
        case let text as Text: self = .text(text.localised)
        case let flag as Bool: self = .flag(flag)
        case let number as Int: self = .text(String(number))
        default:
            let mirror = Mirror(reflecting: view)
            switch mirror.displayStyle {
            case .collection: self = .list(mirror.children.map { TemplateValue(reflecting: $0.value) })
            case .optional: self = mirror.children.first.map { TemplateValue(reflecting: $0.value) } ?? .flag(false)
            case .enum where mirror.children.isEmpty: self = .text("\(view)")
            case .struct:
                self = .object(
                    Dictionary(
                        uniqueKeysWithValues: mirror.children.compactMap { child in
                            child.label.map { ($0, TemplateValue(reflecting: child.value)) }
                        }))
            default:
                preconditionFailure("a view has texts, numbers, flags, lists and structures, got \(type(of: view))")
            }
        }
    }

    /// The value of a part of a name; nil if there is none.
    subscript(name: Substring) -> TemplateValue? {
        if case .object(let values) = self { values[String(name)] } else { nil }
    }
}
