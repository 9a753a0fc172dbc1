import Foundation
import Pages
import Runs
import Scoring
import Support
import TestSupport
import Testing

/// Every number of a real run's results.json is set to each edge: it is refused with its key, or all is drawn.
@Suite("Numbers of results.json") struct ResultNumbersTests {
    private static let edges: [any Sendable] = [
        0, -1, 1_000_000_000_000_000_000, Int.max, Int.min, 0.5, 1e308, 1e38, 99_999_999_999,
    ]

    private static let isFull = ProcessInfo.processInfo.environment["NILM_FUZZ_INPUTS"] != nil

    /// A place in the file: keys and numbers of items.
    private enum Step { case key(String), item(Int) }

    /// The places of all numbers, one for each key, with all items of a list taken for one.
    private static func places(in value: Any, at path: [Step] = [], name: String = "", _ found: inout [String: [Step]])
    {
        switch value {
        case let object as [String: Any]:
            for (key, inner) in object { places(in: inner, at: path + [.key(key)], name: name + "." + key, &found) }
        case let list as [Any]:
            for (index, inner) in list.enumerated() {
                places(in: inner, at: path + [.item(index)], name: name + "[]", &found)
            }
        case let number as NSNumber where CFBoolean(number) == nil:
            // The last of a list: what is summed up before has gone well.
            found[name] = path
        default: break
        }
    }

    private static func CFBoolean(_ number: NSNumber) -> Bool? {
        String(cString: number.objCType) == "c" ? number.boolValue : nil
    }

    private static func set(_ value: Any, at path: ArraySlice<Step>, in place: Any) -> Any {
        guard let step = path.first else { return value }
        switch (step, place) {
        case (.key(let key), var object as [String: Any]):
            object[key] = set(value, at: path.dropFirst(), in: object[key] ?? 0)
            return object
        case (.item(let index), var list as [Any]):
            list[index] = set(value, at: path.dropFirst(), in: list[index])
            return list
        default: return place
        }
    }

    @Test("are refused by their key at an edge that they can't have, and drawn at any other") func edges() throws {
        let houses = try Houses([1, 2])
        let made = try Program.run(
            ["build", "-q", "--run-id", "first", "--train-houses", "1", "--test-houses", "2", "--appliance", "kettle"]
                + Houses.small, in: houses.folder)
        try #require(made.status == 0, "\(made.errors)")
        let again = try Program.run(
            ["evaluate", "output/first", "-q", "--run-id", "a", "--baseline", "output/first"], in: houses.folder)
        try #require([0, 2].contains(again.status), "\(again.errors)")
        var tried: Set<String> = []
        var (refused, drawn) = (0, 0)
        for id in ["first", "a"] {
            let folder = try RunFolder(path: houses.folder("output/\(id)"))
            let contents = try folder.contents()
            let root = try JSONSerialization.jsonObject(with: Data(try ResultsFile.bytes(of: contents.results)))
            var found: [String: [Step]] = [:]
            Self.places(in: root, &found)
            #expect(found.count > 100, "\(found.count)")
            var random = Order(state: 7)
            for (name, path) in found.sorted(by: { $0.key < $1.key }) where tried.insert(name).inserted {
                // Baselines have the same metrics, which are shown in the same places.
                if name.contains(/\.baselines\.(?!zero)/) { continue }
                for edge in Self.edges {
                    let changed = Self.set(edge, at: path[...], in: root)
                    let bytes = Array(try JSONSerialization.data(withJSONObject: changed))
                    var mutated = contents
                    do throws(JSONFileError) {
                        mutated.results = try ResultsFile.decode(bytes, path: "r.json")
                    } catch {
                        let text = error.description
                        #expect(
                            text.hasPrefix("r.json: the key ") || text.contains("a number that"),
                            "\(name) \(edge): \(text)")
                        refused += 1
                        continue
                    }
                    // All of them by NILM_FUZZ_INPUTS.
                    let chance = random.next(outOf: 100)
                    drawn += 1
                    guard chance < 15 || Self.isFull else { continue }
                    try draw(mutated, folder, figures: chance < 1, "\(name) = \(edge)")
                    // What is held against it, too.
                    let check = BaselineCheck(bootstrap: PairedBootstrap(resamples: 100))
                    _ = check.comparison(of: mutated.results, with: contents.results)
                    _ = check.comparison(of: contents.results, with: mutated.results)
                }
            }
        }
        #expect(refused > 300 && drawn > 100, "\(refused) \(drawn)")
    }

    @Test("beside powers and weights at every edge are drawn") func rows() throws {
        let houses = try Houses()
        let made = try Program.run(
            ["build", "-q", "--run-id", "a", "--appliance", "kettle"] + Houses.small, in: houses.folder)
        try #require(made.status == 0, "\(made.errors)")
        let folder = try RunFolder(path: houses.folder("output/a"))
        let contents = try folder.contents()
        let most = Float.greatestFiniteMagnitude
        for (index, edge) in [0, -1, most, -most, .leastNonzeroMagnitude, .nan, .infinity].enumerated() {
            var changed = contents
            // No row of a table is without a number.
            if edge.isFinite {
                changed.series[0].predictionW[index] = edge
                changed.series[0].aggregateW[index + 10] = edge
                changed.series[0].truthW?[index + 20] = edge
            }
            for name in changed.attention.keys {
                guard let count = changed.attention[name]?.values.count, count > 0 else { continue }
                for place in [0, count / 2, count - 1] { changed.attention[name]?.values[place] = edge }
            }
            try draw(changed, folder, figures: true, "\(edge)")
        }
    }

    /// Everything that is made of a run: with the figures, or the page alone.
    private func draw(_ contents: RunContents, _ folder: RunFolder, figures: Bool, _ what: String) throws {
        // The last line before a crash.
        if Self.isFull { print(what) }
        _ = (JUnit.text(of: contents.results), OpenMetrics.text(of: contents.results), Badge.svg(of: contents.results))
        let provenance = folder.manifest.provenance
        let place = try TemporaryFolder()
        do throws(ReportError) {
            if figures || Self.isFull {
                try RunRenderer.draw(contents, configuration: nil, provenance: provenance, in: place.path)
                let run = Comparison.Run(contents: contents, configuration: nil, provenance: provenance)
                _ = try Comparison([run, run], tool: "a test").html(look: ReportLook())
            } else {
                _ = try Report.render(
                    ReportInput(
                        contents: contents, configuration: nil, provenance: provenance, figures: [], files: []))
            }
        } catch {
            // A message is what a person should get.
            #expect(!error.description.isEmpty, "\(what)")
        }
    }

    /// Numbers without an order, the same each time.
    private struct Order {
        var state: UInt64

        mutating func next(outOf count: UInt64) -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 33) % count
        }
    }
}
