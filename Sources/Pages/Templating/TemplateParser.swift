/// Turns a template's text into nodes.
struct TemplateParser {
    private let file: String
    private let bytes: [UInt8]
    private var position = 0
    private var line = 1
    /// Text that is not yet a node, and the line it began on.
    private var pending: [UInt8] = []
    private var pendingLine = 1
    private var nodes: [Template.Node] = []
    private var open: [(name: Template.Name, isInverted: Bool, outer: [Template.Node])] = []

    private static let mostDepth = 32
    private static let newline = UInt8(ascii: "\n")

    init(_ text: String, file: String) {
        self.file = file
        bytes = Array(text.utf8)
    }

    mutating func template() throws(TemplateProblem) -> [Template.Node] {
        while position < bytes.count {
            if starts(with: "{{") { try tag() } else { take() }
        }
        flush()
        if let section = open.last {
            throw problem("the section {{#\(section.name.text)}} is not closed", at: section.name.line)
        }
        return nodes
    }

    private func starts(with text: StaticString, at place: Int? = nil) -> Bool {
        let place = place ?? position
        guard place + text.utf8CodeUnitCount <= bytes.count else { return false }
        return text.withUTF8Buffer { $0.elementsEqual(bytes[place..<place + $0.count]) }
    }

    private mutating func take() {
        if bytes[position] == Self.newline { line += 1 }
        pending.append(bytes[position])
        position += 1
    }

    private mutating func flush() {
        if !pending.isEmpty {
            nodes.append(.text(String(decoding: pending, as: UTF8.self), line: pendingLine))
            pending = []
        }
        pendingLine = line
    }

    private func problem(_ text: String, at line: Int? = nil) -> TemplateProblem {
        TemplateProblem(file: file, line: line ?? self.line, text: text)
    }

    private mutating func tag() throws(TemplateProblem) {
        let start = position
        let isRaw = starts(with: "{{{")
        position += isRaw ? 3 : 2
        let kind: UInt8? =
            if position < bytes.count, "#^/>!=&<$%*".utf8.contains(bytes[position]) { bytes[position] } else { nil }
        if kind != nil { position += 1 }
        let begin = position
        while position < bytes.count, !(isRaw ? starts(with: "}}}") : starts(with: "}}")) { position += 1 }
        guard position < bytes.count else { throw problem("this tag is not closed: expected \(isRaw ? "}}}" : "}}")") }
        let content = String(decoding: bytes[begin..<position], as: UTF8.self)
        position += isRaw ? 3 : 2
        let tagLine = line
        line += content.utf8.count { $0 == Self.newline }
        guard kind != UInt8(ascii: "!") else {
            skipLine(ofTagAt: start)
            return
        }
        let name = Template.Name(text: Self.trimmed(content), line: tagLine)
        guard name.text == "." || Self.isName(name.text) else {
            throw problem("\"\(name.text)\" is no name: expected letters, digits, \"_\", \"-\" and \".\"", at: tagLine)
        }
        switch (kind, isRaw) {
        case (nil, _):
            flush()
            nodes.append(.value(name, isEscaped: !isRaw))
        case (UInt8(ascii: "#"), false), (UInt8(ascii: "^"), false):
            skipLine(ofTagAt: start)
            flush()
            guard open.count < Self.mostDepth else {
                throw problem("sections stand in one another, over \(Self.mostDepth) deep", at: tagLine)
            }
            open.append((name, kind == UInt8(ascii: "^"), nodes))
            nodes = []
        case (UInt8(ascii: "/"), false):
            skipLine(ofTagAt: start)
            flush()
            guard let section = open.popLast() else {
                throw problem("{{/\(name.text)}} closes a section that is not open", at: tagLine)
            }
            guard section.name.text == name.text else {
                throw problem(
                    "{{/\(name.text)}} stands where {{/\(section.name.text)}} must: that section was opened on line "
                        + "\(section.name.line)", at: tagLine)
            }
            nodes = section.outer + [.section(section.name, isInverted: section.isInverted, nodes)]
        case (UInt8(ascii: ">"), false):
            skipLine(ofTagAt: start)
            flush()
            nodes.append(.partial(name))
        default:
            throw problem(
                "tags may be {{name}}, {{{name}}}, {{#name}}, {{^name}}, {{/name}}, {{> name}} and {{! comment }}",
                at: tagLine)
        }
    }

    /// A tag that stands alone on its line takes the line with it; else nothing changes.
    private mutating func skipLine(ofTagAt start: Int) {
        let indent = pending.count - (pending.lastIndex(of: Self.newline).map { $0 + 1 } ?? 0)
        let lineStart = start - indent
        // A tag earlier on the same line leaves no pending text: then this one is not alone.
        let isFirst = lineStart == 0 || bytes[lineStart - 1] == Self.newline
        guard isFirst, pending.suffix(indent).allSatisfy(Self.isBlank) else { return }
        var end = position
        while end < bytes.count, Self.isBlank(bytes[end]) { end += 1 }
        guard end == bytes.count || bytes[end] == Self.newline else { return }
        pending.removeLast(indent)
        if end < bytes.count {
            line += 1
            end += 1
        }
        position = end
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

    private static func trimmed(_ text: String) -> String {
        let inner = text.drop { $0.isWhitespace }
        return String(inner.prefix(inner.count - inner.reversed().prefix { $0.isWhitespace }.count))
    }

    private static func isName(_ text: String) -> Bool {
        !text.isEmpty
            && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
                !part.isEmpty
                    && part.utf8.allSatisfy { byte in
                        switch byte {
                        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
                            true
                        default: false
                        }
                    }
            }
    }
}
