import CSupport
import Support

/// The files of templates/ by name: Mustache, style sheet, script.
package struct Templates: Sendable {
    package internal(set) var files: [String: String]
    /// The paths of those that a person wrote, for error messages.
    private(set) var paths: [String: String] = [:]

    /// The manual, which lists the values that templates may ask for; exported beside them.
    package static let manualName = "README.md"

    package init(files: [String: String]) { self.files = files }

    /// As they were when the program was compiled.
    package static let compiled = Templates(files: embedded.filter { $0.key != manualName })

    /// What templates may ask for.
    package static let manual: String = {
        guard let text = embedded[manualName] else { preconditionFailure("the manual is compiled in") }
        return text
    }()
    package static let keys = ViewKeys(manual: manual)

    private static let embedded: [String: String] = {
        let all = UnsafeBufferPointer(start: nilm_templates(), count: nilm_template_count())
        return Dictionary(
            uniqueKeysWithValues: all.map { entry in
                let bytes = UnsafeBufferPointer(start: entry.bytes, count: entry.count)
                return (String(cString: entry.name), String(decoding: bytes, as: UTF8.self))
            })
    }()

    /// With one file in the place of the one of that name, or beside the others; `path` is what errors call it.
    package func replacing(_ name: String, with text: String, path: String) -> Templates {
        var templates = self
        // As a browser reads line ends, of which the policy's hashes are.
        templates.files[name] = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        templates.paths[name] = path
        return templates
    }

    /// The names of those that a person wrote, sorted.
    package var replaced: [String] { paths.keys.sorted() }

    /// Whether a page drawn with these has a script that is not the program's, of which only the names are looked at.
    package var hasForeignScript: Bool { paths[Self.scriptName] != nil }

    static let scriptName = "report.js"
    /// The page that is Markdown.
    static let summaryName = "summary"

    /// Draws a template and its partials. `escaping` is how values are written.
    ///
    /// A value that the template asks for and `view` lacks is an error: nothing on a page is blank by accident. A page that
    /// a person's templates are in is judged as it is with all its values.
    package func render(_ name: String, view: TemplateValue, escaping: Escaping) throws(ReportError) -> String {
        let text: String
        do throws(TemplateProblem) {
            let set = try TemplateSet(files: files)
            text = try set.render(name, with: view, escape: escaping.escape)
        } catch {
            throw .templates([located(error)])
        }
        guard !paths.isEmpty, name != Self.summaryName else { return text }
        let problems = PageContents(html: text).problems()
        guard problems.isEmpty else {
            throw .templates(
                problems.map { TemplateProblem(file: name + Template.ending, line: 1, text: $0) }.map(located))
        }
        return text
    }

    /// A problem under the name that a person knows the file by.
    func located(_ problem: TemplateProblem) -> TemplateProblem {
        var problem = problem
        problem.file = paths[problem.file] ?? "built-in template " + problem.file
        return problem
    }
}
