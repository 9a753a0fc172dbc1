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
        #expect(left.isEmpty, "in English: \(left)")
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
        #expect(rest.isEmpty, "in English: \(rest)")

        let inspected = try Program.run(
            ["inspect", "--data", "ukdale:uk", "--language", "es", "--html", "houses.html"], in: houses.folder)
        #expect(inspected.status == 0, "\(inspected.errors)")
        let found = try String(contentsOfFile: houses.folder("houses.html"), encoding: .utf8)
        #expect(found.contains("<html lang=\"es\"") && found.contains("Qué hay en"))
        let untold = english(in: found).sorted()
        #expect(untold.isEmpty, "in English: \(untold)")
    }

    @Test("a Spanish page of a run that fails, or can't be held against its baseline, has no English left")
    func broken() throws {
        let folder = try TemporaryFolder()
        func build(_ id: String, _ options: [String], status: Int32) throws -> Set<String> {
            let outcome = try Program.run(
                ["build", "-q", "--language", "es", "--run-id", id] + Program.small + options, in: folder)
            #expect(outcome.status == status, "\(outcome.errors)")
            return english(in: try String(contentsOfFile: folder("output/\(id)/report.html"), encoding: .utf8))
        }
        let earlier = ["--baseline", "output/una/results.json"]
        let worse = ["--learning-rate", "1e-9", "--gate", "mae_w<0.01", "--gate", "f1>=0.999"]
        let left = try build("una", [], status: 0).union(try build("peor", worse + earlier, status: 2))
            .union(try build("otra", ["--seed", "7"] + earlier, status: 3)).sorted()
        #expect(left.isEmpty, "in English: \(left)")
    }

    @Test("a Spanish page of another program's doubtful predictions has no English left") func imported() throws {
        let folder = try TemporaryFolder()
        var lines = ["time,aggregate,kettle_truth,kettle_prediction,fridge_truth,fridge_prediction,voltage"]
        for row in 0..<6000 where row % 500 != 7 {
            let (time, kettle, fridge) = (1_424_736_000 + 60 * row, row % 100 < 5 ? 2400 : 0, row % 40 < 20 ? 90 : 0)
            let line = "\(kettle + fridge + 150),\(kettle),\(row % 50 == 3 ? "" : "\(kettle / 2400)"),\(fridge),50,230"
            lines.append("\(time),\(line)")
            // Two lines a period, and one that goes back.
            if row % 900 == 5 { lines.append("\(time + 10),\(line)") }
            if row % 900 == 6 { lines.append("\(time - 60),\(line)") }
        }
        try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: URL(fileURLWithPath: folder("predictions.csv")))
        let outcome = try Program.run(
            ["import", "-q", "--language", "es", "--run-id", "imported", "predictions.csv"], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let page = try String(contentsOfFile: folder("output/imported/report.html"), encoding: .utf8)
        let left = english(in: page).sorted()
        #expect(left.isEmpty, "in English: \(left)")
        #expect(page.contains("quizá siguen normalizadas"))
    }

    @Test("a language that is not there is an error") func unknown() throws {
        let folder = try TemporaryFolder()
        let outcome = try Program.run(["build", "--language", "fr"] + Program.small, in: folder)
        try expectFailure(outcome, status: 64, ["--language must be en or es, got \"fr\""], in: folder)
    }
}
