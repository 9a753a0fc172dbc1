import Foundation
import Plots
import Runs
import Support

/// Style, script, policy and embedded data of a page.
package struct PageAssets {
    package let style: String
    package let script: String
    /// The content security policy: nothing is loaded, and no style or script runs but these two.
    package let policy: String
    private(set) var embedded: [PageView.Embedded] = []

    /// Those of any page in this style, with no data embedded.
    package init(templates: Templates = .compiled) throws(ReportError) {
        style = try Self.file("style.css", of: templates) + Self.plotColours
        script = try Self.file(Templates.scriptName, of: templates)
        policy = Self.policy(style: style, script: script)
    }

    static func policy(style: String, script: String) -> String {
        earlierPolicy(style: style, script: script) + "; require-trusted-types-for 'script'; trusted-types 'none'"
    }

    /// That of pages whose results have the schema `nilm-report/results/1`.
    static func earlierPolicy(style: String, script: String) -> String {
        "default-src 'none'; img-src data:; style-src '\(hash(style))'; script-src '\(hash(script))'; "
            + "base-uri 'none'; form-action 'none'"
    }

    /// Those of a run's page.
    init(_ input: ReportInput) throws(ReportError) {
        try self.init(templates: input.look.templates)
        do throws(JSONFileError) {
            embedded = [
                .init(
                    id: Self.resultsID,
                    json: Self.inert(try ResultsFile.bytes(of: input.contents.results, isCompact: true))),
                .init(id: "data-configuration", json: Self.inert(Self.quoted(input.configuration))),
                .init(id: "data-provenance", json: Self.inert(try input.provenance.bytes())),
            ]
        } catch {
            throw .json(error)
        }
    }

    /// For a page that would be too large with them.
    mutating func leaveOutResults() { embedded.removeAll { $0.id == Self.resultsID } }

    private static let resultsID = "data-results"

    /// Colours of figures where the style sheet can tell light from dark; elsewhere their own light colours stay.
    private static let plotColours: String = {
        let rules = Role.all.map { role in
            let colour = "light-dark(\(role.light.hex), \(role.dark.hex))"
            return
                "  .plot .\(role.fillClass) { fill: \(colour); }\n  .plot .\(role.strokeClass) { stroke: \(colour); }\n"
        }
        let maps = zip(ColorMap.light, ColorMap.dark).map { light, dark in
            "  .plot [stroke=\"\(light.hex)\"] { stroke: light-dark(\(light.hex), \(dark.hex)); }\n"
        }
        return "@supports (color: light-dark(#000, #fff)) {\n\((rules + maps).joined())}\n"
    }()

    private static func file(_ name: String, of templates: Templates) throws(ReportError) -> String {
        guard let text = templates.files[name] else {
            throw .templates([TemplateProblem(file: name, line: 1, text: "there is no such file")])
        }
        // Those that are compiled in keep the rules.
        guard templates.replaced.contains(name) else { return text }
        let problems = SourceRules.problems(in: text, file: name)
        guard problems.isEmpty else { throw .templates(problems.map(templates.located)) }
        return text
    }

    /// As a policy names a text's sha256.
    private static func hash(_ text: String) -> String {
        "sha256-" + Data(FileHash.digest(Array(text.utf8))).base64EncodedString()
    }

    /// JSON whose text cannot end a script element or start a comment in it.
    static func inert(_ json: [UInt8]) -> String {
        Escaping.scriptData.escape(String(decoding: json, as: UTF8.self))
    }

    /// A text as a JSON string; nil as null.
    private static func quoted(_ text: String?) -> [UInt8] {
        guard let text else { return Array("null".utf8) }
        var json = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": json += "\\\""
            case "\\": json += "\\\\"
            case "\n": json += "\\n"
            case "\u{0}"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: json.unicodeScalars.append(scalar)
            }
        }
        return Array((json + "\"").utf8)
    }
}
