import Foundation
import TestSupport
import Testing

@Suite("compare")
struct CompareTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func build(_ id: String, _ options: [String] = []) throws {
        let outcome = try Program.run(["train", "-q", "--run-id", id] + Program.small + options, in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
    }

    @Test("writes one page of runs side by side, the same bytes in any zone and language") func page() throws {
        try build("a")
        try build("b", ["--width", "4"])
        let arguments = ["compare", "output/a/", "output/b", "--output", "page.html"]
        let first = try Program.run(arguments, in: folder)
        #expect(first.status == 0 && first.output == "page.html\n", "\(first.errors)")
        #expect(first.errors == "Run B is comparable with run A: same data, sampling period and definitions.\n")
        let page = try String(contentsOfFile: folder("page.html"), encoding: .utf8)
        #expect(page.contains("<code>width</code></th><td><code>8</code></td><td><code>4</code></td>"))
        #expect(page.contains("id=\"figure-compare-skill\"") && page.contains("id=\"figure-compare-window-pulse-"))
        let again = try Program.run(
            arguments, in: folder, environment: ["TZ": "Asia/Kolkata", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"])
        #expect(again.status == 0)
        #expect(try String(contentsOfFile: folder("page.html"), encoding: .utf8) == page)
    }

    @Test("one run, seven runs and what is no run are errors that leave no page") func errors() throws {
        try build("a")
        for count in [1, 7] {
            let outcome = try Program.run(["compare"] + Array(repeating: "output/a", count: count), in: folder)
            #expect(outcome.status == 64 && outcome.errors == "error: compare takes 2 to 6 runs, got \(count)\n")
        }
        let missing = try Program.run(["compare", "output/a", "output/b"], in: folder)
        #expect(missing.status == 66 && missing.errors.hasPrefix("error: output/b: is not a run's folder"))
        let unwritable = try Program.run(["compare", "output/a", "output/a", "--output", "no/such/page"], in: folder)
        #expect(unwritable.status == 73 || unwritable.status == 66, "\(unwritable.errors)")
        #expect(!FileManager.default.fileExists(atPath: folder("compare.html")))
    }
}
