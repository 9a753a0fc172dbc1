import Runs
import TestSupport
import Testing

@Suite("Whether two runs may be compared") struct ComparabilityTests {
    /// A run of appliances by name, each with the hash of its rows, scored from `start` on.
    private static func run(
        _ hashes: [(String, String?)], file: String = "f", n: Int = 10, start: Int = 0, source: String = "csv:m.csv",
        isShared: Bool = false
    ) -> Results {
        let appliances = hashes.map { name, hash in
            ApplianceResult(
                name: name, onThresholdW: 1, onThresholdSource: "", n: n, nOn: 1, metrics: MetricValues(),
                baselines: Baselines(zero: MetricValues()), skill: nil,
                blocks: BlockScores(kind: .day, scores: [BlockScore(house: "h", start: start, n: n)]),
                scoredSha256: hash)
        }
        return Results(
            run: RunSummary(
                id: "a", created: "", seed: 0, model: "nilm", parameters: nil,
                data: DataSummary(source: source, sha256: file, periodS: 6, timeZone: "UTC", files: [], parts: [])),
            appliances: appliances, training: nil, windows: [], attention: [], notices: [], gates: [],
            removed: isShared ? ["dates"] : nil)
    }

    private static func comparability(_ run: Results, _ first: Results) -> (reasons: Int, appliances: [String]) {
        let comparability = Comparability(of: run, with: first)
        return (comparability.reasons.count, comparability.applianceReasons.keys.sorted())
    }

    @Test("the same rows of other files may") func sameRows() {
        let got = Self.comparability(Self.run([("kettle", "x")], file: "g"), Self.run([("kettle", "x")]))
        #expect(got == (0, []))
    }

    @Test("other rows of the same files may not") func otherRows() {
        let comparability = Comparability(of: Self.run([("kettle", "y")]), with: Self.run([("kettle", "x")]))
        #expect(comparability.reasons.isEmpty)
        #expect(comparability.reason(for: "kettle") == .otherRows)
    }

    @Test("other rows of other files are other data; with some the same, only the others may not") func someRows() {
        let first = Self.run([("kettle", "x"), ("fridge", "y")])
        #expect(Self.comparability(Self.run([("kettle", "1"), ("fridge", "2")], file: "g"), first).reasons == 1)
        #expect(Self.comparability(Self.run([("kettle", "x"), ("fridge", "2")], file: "g"), first) == (0, ["fridge"]))
    }

    @Test("of a table of predictions that lacks rows it is said how many were scored") func fewerPredictions() {
        let first = Self.run([("kettle", "x")], source: "import:1.csv")
        let run = Self.run([("kettle", "y")], file: "g", n: 9, source: "import:2.csv")
        #expect(Comparability(of: run, with: first).reason(for: "kettle") == .otherCount(samples: 9, and: 10))
    }

    @Test("files decide where a run of an earlier version does not say what was scored", arguments: ["f", "g"])
    func earlier(file: String) {
        let comparability = Comparability(
            of: Self.run([("kettle", "x")], file: file), with: Self.run([("kettle", nil)]))
        #expect(comparability.reasons.isEmpty == (file == "f"))
    }

    @Test("the same readings of another time may not, but for times that were moved to share a run") func times() {
        let first = Self.run([("kettle", "x")])
        let moved = Self.run([("kettle", "x")], start: 86_400)
        #expect(Comparability(of: moved, with: first).reason(for: "kettle") == .otherTimes)
        let shared = Self.run([("kettle", "x")], start: 86_400, isShared: true)
        #expect(Self.comparability(shared, first) == (0, []) && Self.comparability(first, shared) == (0, []))
    }
}
