import CTemplates
import Mustache

/// The files of templates/ by name: Mustache, style sheet, script.
package struct Templates: Sendable {
    package var files: [String: String]

    package init(files: [String: String]) { self.files = files }

    /// As they were when the program was compiled.
    package static let compiled: Templates = {
        let all = UnsafeBufferPointer(start: nilm_templates(), count: nilm_template_count())
        return Templates(
            files: Dictionary(
                uniqueKeysWithValues: all.map { entry in
                    let bytes = UnsafeBufferPointer(start: entry.bytes, count: entry.count)
                    return (String(cString: entry.name), String(decoding: bytes, as: UTF8.self))
                }))
    }()

    /// Draws a template and its partials. `escaping` is how values are written.
    ///
    /// A value that the template asks for and `view` lacks is an error: nothing on a page is blank by accident.
    package func render(_ name: String, view: some Any, escaping: Escaping) throws(ReportError) -> String {
        escaping.register()
        var library = MustacheLibrary()
        for (file, text) in files where file.hasSuffix(".mustache") {
            do {
                // A partial falls back to the library's own escaping unless it names its own.
                try library.register(
                    "{{% CONTENT_TYPE: \(escaping.rawValue)}}\n" + text, named: String(file.dropLast(9)))
            } catch {
                throw .template(file: file, problem: "\(error)")
            }
        }
        let root = TemplateRoot(view)
        guard let text = library.render(root, withTemplate: name) else {
            throw .template(file: name + ".mustache", problem: "there is no such template")
        }
        guard root.missing.isEmpty else {
            throw .missingValues(template: name + ".mustache", names: root.missing.sorted())
        }
        return text
    }
}

/// The outermost object that a template looks names up in: what is not found here is nowhere, and is recorded.
private final class TemplateRoot: MustacheParent {
    private let values: [String: Any]
    private(set) var missing: Set<String> = []

    init(_ view: some Any) {
        values = Dictionary(
            uniqueKeysWithValues: Mirror(reflecting: view).children.compactMap { child in
                child.label.map { ($0, child.value) }
            })
    }

    func child(named name: String) -> Any? {
        let value = values[name]
        if value == nil { missing.insert(name) }
        return value
    }
}
