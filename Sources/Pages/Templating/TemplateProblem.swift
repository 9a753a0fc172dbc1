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
