import Foundation
import Pages
import Runs
import TestSupport
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("Outputs for CI") struct OutputsTests {
    private static let hostile = "<b>\"kettle\" & 'co' \u{7}\u{202E}\n]]>"

    private static func results(hostile: Bool = false) throws -> Results {
        var results = try SamplePage.full().contents.results
        if hostile {
            for index in results.appliances.indices { results.appliances[index].name = Self.hostile + "\(index)" }
            for index in results.gates.indices { results.gates[index].appliance = Self.hostile }
            results.run.data.source = Self.hostile
        }
        return results
    }

    /// The elements of an XML text with their attributes; nil if it is not well-formed.
    private final class Elements: NSObject, XMLParserDelegate {
        var all: [(name: String, attributes: [String: String])] = []

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) { all.append((name, attributes)) }

        static func of(_ xml: String) -> [(name: String, attributes: [String: String])]? {
            let elements = Elements()
            let parser = XMLParser(data: Data(xml.utf8))
            parser.delegate = elements
            return parser.parse() ? elements.all : nil
        }
    }

    @Test("junit.xml has a case for each gate and deciding change, and counts failures", arguments: [false, true])
    func junit(hostile: Bool) throws {
        var results = try Self.results(hostile: hostile)
        results.gates.append(
            GateResult(
                expression: "f1>=0.9", appliance: "kettle", value: nil, passed: false,
                reason: "the appliance is never on"))
        let elements = try #require(Elements.of(JUnit.text(of: results)))
        let suite = try #require(elements.first { $0.name == "testsuite" }).attributes
        #expect(suite["tests"] == "3" && suite["failures"] == "2" && suite["errors"] == "0")
        #expect(elements.count { $0.name == "testcase" } == 3 && elements.count { $0.name == "failure" } == 2)
        #expect(elements.contains { $0.attributes["message"]?.contains("never on") == true })
    }

    @Test("a baseline that is not comparable is an error of its own in junit.xml") func obstacle() throws {
        var results = try Self.results()
        results.baseline?.changes = []
        results.baseline?.obstacles = ["its data are others"]
        let elements = try #require(Elements.of(JUnit.text(of: results)))
        #expect(elements.first { $0.name == "testsuite" }?.attributes["errors"] == "1")
    }

    @Test("badge.svg is an image that says the verdict, whatever the names", arguments: [false, true])
    func badge(hostile: Bool) throws {
        var results = try Self.results(hostile: hostile)
        results.appliances.removeLast()
        let svg = Badge.svg(of: results)
        let elements = try #require(Elements.of(svg))
        #expect(elements.first?.name == "svg" && svg.contains("FAIL"))
    }

    /// The samples of a text that keeps the rules of OpenMetrics 1.0: families in one piece, TYPE and HELP before their
    /// samples, suffixes as the type has them, no sample twice, `# EOF` at the end and nowhere else.
    private static func samples(_ text: String) throws -> [String] {
        #expect(text.hasSuffix("\n# EOF\n"))
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.removeLast().isEmpty && lines.removeLast() == "# EOF")
        var family = ""
        var type = ""
        var seen: Set<Substring> = []
        var samples: [String] = []
        let sample =
            /([a-zA-Z_:][a-zA-Z0-9_:]*)\{(?:[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\]|\\[\\"n])*"(?:,(?!\}))?)*\} -?(?:\d+(?:\.\d+)?(?:e-?\d+)?)/
        for line in lines {
            if let match = line.wholeMatch(of: /# TYPE ([a-z0-9_]+) (gauge|info)/) {
                #expect(seen.insert(match.1).inserted, "\(line)")
                (family, type) = (String(match.1), String(match.2))
            } else if line.hasPrefix("# ") {
                #expect(line.hasPrefix("# HELP \(family) "), "\(line)")
            } else {
                let match = try #require(line.wholeMatch(of: sample), "\(line)")
                #expect(match.1 == family + (type == "info" ? "_info" : ""), "\(line)")
                #expect(seen.insert(line).inserted, "\(line)")
                samples.append(String(line))
            }
        }
        return samples
    }

    @Test("metrics.txt keeps the rules of OpenMetrics, with a line for every value that is defined")
    func metrics() throws {
        let results = try Self.results()
        let samples = try Self.samples(OpenMetrics.text(of: results))
        #expect(samples.contains("nilm_report_mae_w{appliance=\"kettle\",predictor=\"model\"} 8.0625"))
        #expect(samples.contains("nilm_report_gate_passed{appliance=\"kettle\",gate=\"mae_w < 30\"} 1"))
        #expect(samples.contains("nilm_report_baseline_change{appliance=\"kettle\",metric=\"mae_w\"} 1.0625"))
        let defined = results.appliances.flatMap(\.predictors).reduce(0) { count, predictor in
            count + Metric.allCases.count { predictor.values[$0] != nil }
        }
        let metrics = samples.filter { $0.contains("predictor=") && !$0.contains("nilm_report_skill") }
        #expect(metrics.count == defined)
        _ = try Self.samples(OpenMetrics.text(of: Self.results(hostile: true)))
    }
}
