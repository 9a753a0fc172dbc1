import Support
import Testing

@testable import Pages

/// The program's own templates say everything in every language.
@Suite("Languages of templates") struct TemplateLanguageTests {
    /// Words of names, units and code, which are the same in all of them.
    private static let names: Set<Substring> = [
        "nilm", "report", "sha", "config", "yaml", "MAE", "F", "W", "bit", "Diagonal", "Tensor", "figure",
    ]

    /// Attributes that are read, and those in which the script finds what it says.
    private static var readAttribute: Regex<(Substring, Substring)> {
        /\s(?:aria-label|title|alt|placeholder|label|data-[a-z]+)="([^"]*)"/
    }

    private static let templates = Templates.compiled.files.keys.filter { $0.hasSuffix(Template.ending) }.sorted()

    /// What stands in a template outside of its sections for languages, a dash for each value.
    private static func common(_ nodes: [Template.Node]) -> String {
        nodes.reduce(into: "") { text, node in
            switch node {
            case .text(let literal, _): text += literal
            case .value, .partial: text += "–"
            case .section(let name, _, let inner): text += Language(rawValue: name.text) == nil ? common(inner) : ""
            }
        }
    }

    /// The words of a text that a reader sees.
    private static func words(_ text: String) -> [Substring] {
        text.replacing(/<(code|pre|style|script)\b[^>]*>(?s:.*?)<\/\1>/, with: "")
            .replacing(/<[a-zA-Z\/!][^>]*>/) { tag in
                tag.output.matches(of: readAttribute).map { $0.1 }.joined(separator: " ")
            }
            .split { !$0.isLetter }.filter { !names.contains($0) }
    }

    /// The tags of HTML and Mustache in a section, which have no order: a sentence may turn round.
    private static func tags(_ nodes: [Template.Node]) -> [String] {
        nodes.flatMap { node -> [String] in
            switch node {
            case .text(let text, _): text.matches(of: /<[a-zA-Z\/][^>]*>/).map { String($0.output) }
            case .value(let name, let isEscaped): ["\(name.text) \(isEscaped)"]
            case .partial(let name): ["> " + name.text]
            case .section(let name, let isInverted, let inner): ["\(name.text) \(isInverted)"] + tags(inner)
            }
        }.sorted()
    }

    /// The sections of a language that have not each other language directly behind them, or not with the same tags.
    private static func alone(_ nodes: [Template.Node]) -> [String] {
        var found: [String] = []
        var awaited: [(language: String, tags: [String])] = []
        for node in nodes {
            guard case .section(let name, let isInverted, let inner) = node, Language(rawValue: name.text) != nil else {
                if let missing = awaited.first { found.append("{{#\(missing.language)}} is missing") }
                awaited = []
                if case .section(_, _, let inner) = node { found += alone(inner) }
                continue
            }
            if awaited.isEmpty { awaited = Language.allCases.map { ($0.rawValue, tags(inner)) } }
            let next = awaited.removeFirst()
            if isInverted || next.language != name.text || next.tags != tags(inner) {
                found.append("line \(name.line): {{#\(name.text)}}, expected {{#\(next.language)}} with \(next.tags)")
            }
        }
        return found + awaited.prefix(1).map { "{{#\($0.language)}} is missing" }
    }

    @Test("no word stands outside of a language", arguments: templates) func outside(file: String) throws {
        let template = try Template(try #require(Templates.compiled.files[file]), file: file)
        #expect(Self.words(Self.common(template.nodes)) == [])
    }

    @Test("each text is there in every language, with the same values", arguments: templates)
    func complete(file: String) throws {
        let template = try Template(try #require(Templates.compiled.files[file]), file: file)
        #expect(Self.alone(template.nodes) == [])
    }

    @Test(
        "what lacks a language is found",
        arguments: [
            ("<p title=\"One\">{{#en}}Two{{/en}}{{#es}}Dos{{/es}}</p><code>no</code>", ["One"], true),
            ("{{#a}}Run {{n}}{{/a}} <b class=\"no\">of</b>", ["Run", "of"], true), ("{{#en}}One{{/en}}", [], false),
            ("{{#en}}One{{/en}} {{#es}}Uno{{/es}}", [], false), ("{{#es}}Uno{{/es}}{{#en}}One{{/en}}", [], false),
            ("{{#a}}{{#en}}{{n}} one{{/en}}{{#es}}Uno{{/es}}{{/a}}", [], false),
            ("{{#en}}<b>One</b> {{n}}{{/en}}{{#es}}{{n}} <b>uno</b>{{/es}}", [], true),
        ] as [(String, [Substring], Bool)])
    func lacking(text: String, words: [Substring], isComplete: Bool) throws {
        let nodes = try Template(text, file: "a.mustache").nodes
        #expect(Self.words(Self.common(nodes)) == words)
        #expect(Self.alone(nodes).isEmpty == isComplete)
    }

    @Test("what the script says is in the page") func script() throws {
        let script = try #require(Templates.compiled.files["report.js"])
        let names = script.matches(of: /say\(\w+, [^"(]*"(\w+)"/).map { String($0.1) }
        let page = try ["tools", "explorer"].map { try #require(Templates.compiled.files[$0 + Template.ending]) }
        #expect(Set(names).count == 8)
        for name in names + ["auto", "light", "dark", "open", "close"] {
            #expect(page.contains { $0.contains("data-\(name)=\"{{#en}}") }, "\(name)")
        }
    }

    @Test("a page has the texts of its language alone", arguments: Language.allCases)
    func page(language: Language) throws {
        let templates = Templates(files: ["a.mustache": "{{language}}: {{#en}}one{{/en}}{{#es}}uno{{/es}} {{title}}"])
        struct View { let title = Text("two", es: "dos") }
        let view = try ReportLook(language: language).view(PageAssets()) { View() }
        let expected = [Language.english: "en: one two", .spanish: "es: uno dos"]
        #expect(try templates.render("a", view: view, escaping: .page) == expected[language])
    }
}
