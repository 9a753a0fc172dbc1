/// A parsed template: the part of Mustache (https://mustache.github.io/mustache.5.html) that pages need.
///
/// `{{name}}` is an escaped value and `{{{name}}}` one as it is, `{{#name}}…{{/name}}` a section and `{{^name}}…{{/name}}`
/// what stands there without it, `{{> name}}` a partial, `{{! … }}` a comment. A name is looked up in the innermost
/// section first; with dots it goes into objects. Set delimiters, lambdas and inheritance are refused.
///
/// Written here and not taken from a package because a name that is not there must be an error with its file and line,
/// and because drawing, checking and translating a template need one parser.
package struct Template: Sendable, Equatable {
    package let file: String
    let nodes: [Node]

    indirect enum Node: Sendable, Equatable {
        case text(String, line: Int)
        case value(Name, isEscaped: Bool)
        case section(Name, isInverted: Bool, [Node])
        case partial(Name)
    }

    /// A name in a tag, and where it stands.
    struct Name: Sendable, Equatable {
        let text: String
        let line: Int
        /// Of `a.b`: a, b. Of `.`: nothing, which is the innermost value itself.
        let parts: [Substring]

        init(text: String, line: Int) {
            self.text = text
            self.line = line
            parts = text.split(separator: ".")
        }
    }

    package init(_ text: String, file: String) throws(TemplateProblem) {
        self.file = file
        var parser = TemplateParser(text, file: file)
        nodes = try parser.template()
    }

    /// The name by which other templates include it.
    var name: String { String(file.dropLast(Template.ending.count)) }

    package static let ending = ".mustache"
}

/// Something wrong in a template, where a person can find it.
package struct TemplateProblem: Error, Hashable, Sendable {
    package var file: String
    /// From 1.
    package var line: Int
    /// What is wrong and what to do, without a full stop.
    package var text: String

    package init(file: String, line: Int, text: String) {
        self.file = file
        self.line = line
        self.text = text
    }
}

extension TemplateProblem: CustomStringConvertible {
    package var description: String { "\(file), line \(line): \(text)" }
}
