import Foundation
import TestSupport
import Testing

@Suite("Languages")
struct LanguageTests {
    /// English words that no Spanish text has; names of files, houses and windows are no words of a text.
    private static let foreign: Set<Substring> = [
        "the", "of", "and", "with", "is", "are", "this", "these", "from", "by", "was", "were", "which", "that", "has",
        "have", "each", "not", "window", "windows", "its", "than", "share", "mean", "predicting", "truth", "weight",
        "day", "hour", "samples", "query", "layer", "head", "figure", "table", "shown", "for", "to", "where", "what",
        "first", "energy", "training", "file", "run", "runs", "hours", "days", "missed", "found", "whole", "week",
        "power", "time", "house", "without", "between", "nothing", "show", "true", "predicted", "appliance",
    ]

    /// The texts that a reader of the page meets, in elements and attributes.
    private func texts(of page: String) -> [String] {
        let shown = page.replacing(/(?s)<(style|script|code|pre)\b.*?<\/\1>/, with: "")
        let attributes = shown.matches(of: /(?:aria-label|title|alt)="([^"]*)"/).map { String($0.1) }
        let nodes = shown.replacing(/<[^>]*>/, with: "\n").split(separator: "\n").map(String.init)
        return (nodes + attributes).map { $0.trimmingCharacters(in: .whitespaces) }
    }

    private func english(in page: String) -> Set<String> {
        Set(
            texts(of: page).filter { text in
                let words = text.lowercased().split { !$0.isLetter && !"_-/.:".contains($0) }
                return words.contains(where: Self.foreign.contains)
            })
    }

    @Test("a Spanish page has no English left, with numbers as Spanish writes them; results.json is the same")
    func spanish() throws {
        let houses = try Houses([1, 2])
        let options = ["--appliance", "kettle,fridge"] + Houses.small
        let time = ["SOURCE_DATE_EPOCH": "1790000000"]
        for (id, language) in [("en", "en"), ("es", "es")] {
            let outcome = try Program.run(
                ["build", "-q", "--language", language, "--run-id", id] + options, in: houses.folder, environment: time)
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        let page = try String(contentsOfFile: houses.folder("output/es/report.html"), encoding: .utf8)
        #expect(page.contains("<html lang=\"es\"") && page.contains("Veredicto"))
        #expect(page.contains(/data-value="\d+\.\d+">\d+,\d+<\/td>/))
        #expect(!page.contains(/data-value="[^"]*">[^<]*\.[^<]*<\/td>/))
        let left = english(in: page).sorted()
        #expect(left.isEmpty, "add to languages/es.txt:\n\(left.map { "= " + $0 }.joined(separator: "\n"))")
        func results(_ id: String) throws -> String {
            try String(contentsOfFile: houses.folder("output/\(id)/metrics.csv"), encoding: .utf8)
        }
        #expect(try results("en") == results("es"))

        let compared = try Program.run(
            ["compare", "output/en", "output/es", "--output", "page.html"], in: houses.folder,
            environment: ["NILM_REPORT_LANGUAGE": "es"])
        #expect(compared.status == 0, "\(compared.errors)")
        let both = try String(contentsOfFile: houses.folder("page.html"), encoding: .utf8)
        let rest = english(in: both).sorted()
        #expect(rest.isEmpty, "add to languages/es.txt:\n\(rest.map { "= " + $0 }.joined(separator: "\n"))")

        let inspected = try Program.run(
            ["inspect", "--data", "ukdale:uk", "--language", "es", "--html", "houses.html"], in: houses.folder)
        #expect(inspected.status == 0, "\(inspected.errors)")
        let found = try String(contentsOfFile: houses.folder("houses.html"), encoding: .utf8)
        #expect(found.contains("<html lang=\"es\"") && found.contains("Qué hay en"))
        let untold = english(in: found).sorted()
        #expect(untold.isEmpty, "add to languages/es.txt:\n\(untold.map { "= " + $0 }.joined(separator: "\n"))")
    }

    @Test("a language that is not there is an error") func unknown() throws {
        let folder = try TemporaryFolder()
        let outcome = try Program.run(["build", "--language", "fr"] + Program.small, in: folder)
        try expectFailure(outcome, status: 64, ["--language must be en or es, got \"fr\""], in: folder)
    }
}
