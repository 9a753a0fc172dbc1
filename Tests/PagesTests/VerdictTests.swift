import Pages
import Support
import TestSupport
import Testing

@testable import Runs

@Suite("Verdict") struct VerdictTests {
    /// One result an appliance: its MAE, with 40 W for predicting zero (0 W for an appliance that is never on).
    private static func results(
        _ maes: [(String, Double)], neverOn: [String] = [], notices: [Notice] = [], gates: [GateResult] = []
    ) throws -> Results {
        var results = try SamplePage.results()
        results.appliances = (maes + neverOn.map { ($0, 1) }).map { name, mae in
            var (model, zero) = (MetricValues(), MetricValues())
            model.set(.maeW, to: mae)
            zero.set(.maeW, to: neverOn.contains(name) ? 0 : 40)
            return ApplianceResult(
                name: name, onThresholdW: 10, onThresholdSource: "test", n: 1, nOn: 0, metrics: model,
                baselines: Baselines(zero: zero, others: [.mean: zero]),
                skill: ApplianceResult.skill(of: model, over: zero))
        }
        results.notices = notices
        results.gates = gates
        return results
    }

    @Test("a model that beats predicting zero everywhere passes") func pass() throws {
        let verdict = Verdict(of: try Self.results([("kettle", 8), ("fridge", 20)]))
        #expect(verdict.word == .pass)
        #expect(
            verdict.sentence.english
                == "The model beats predicting zero for kettle (MAE 8 W, predicting zero 40 W, skill 0.80) "
                + "and fridge (MAE 20 W, predicting zero 40 W, skill 0.50).")
    }

    @Test("one that beats it only in part warns, and says where it does not") func warn() throws {
        let verdict = Verdict(of: try Self.results([("kettle", 8), ("fridge", 44)]))
        #expect(verdict.word == .warn)
        #expect(verdict.sentence.english.contains("but does not beat predicting zero for fridge (MAE 44 W"))
        #expect(verdict.sentence.english.contains("skill −0.10"))
    }

    @Test("one that is no better than zero fails plainly", arguments: [40.0, 41.0]) func fail(mae: Double) throws {
        let verdict = Verdict(of: try Self.results([("kettle", mae)]))
        #expect(verdict.word == .fail)
        #expect(verdict.sentence.english.hasPrefix("The model does not beat predicting zero for kettle"))
    }

    @Test("an appliance that is never on is not judged") func neverOn() throws {
        let verdict = Verdict(of: try Self.results([("kettle", 8)], neverOn: ["dishwasher"]))
        #expect(verdict.word == .warn)
        #expect(verdict.sentence.english.contains("It cannot be judged against predicting zero for dishwasher"))
        #expect(Verdict(of: try Self.results([], neverOn: ["dishwasher"])).word == .warn)
    }

    @Test("a failed gate fails the run whatever the skill") func gate() throws {
        let gate = GateResult(expression: "mae_w < 5", appliance: "kettle", value: 8, passed: false)
        let verdict = Verdict(of: try Self.results([("kettle", 8)], gates: [gate]))
        #expect(verdict.word == .fail)
        #expect(verdict.sentence.english.hasPrefix("The gate mae_w < 5 of kettle is not met."))
    }

    @Test("a broken training fails", arguments: [Notice.Kind.collapsed, .notANumber])
    func broken(kind: Notice.Kind) throws {
        let notice = Notice(kind: kind, appliance: "kettle", said: "x")
        #expect(Verdict(of: try Self.results([("kettle", 8)], notices: [notice])).word == .fail)
    }

    @Test("a smoke run warns at best and is marked") func smoke() throws {
        let notice = Notice(kind: .smoke, appliance: nil, said: "x")
        let verdict = Verdict(of: try Self.results([("kettle", 8)], notices: [notice]))
        #expect(verdict.word == .warn && verdict.isSmoke)
    }

    @Test(
        "a number that may be false or says nothing warns, and says which",
        arguments: [
            (Notice.Kind.alwaysOn, "The F1 of kettle says nothing"),
            (.aggregateBelowZero, "The aggregate of kettle is doubtful"),
            (.aggregateBelowTruth, "The aggregate of kettle is doubtful"),
            (.fewSteps, "The time budget cut the training of kettle short"),
        ])
    func doubtful(kind: Notice.Kind, words: String) throws {
        let verdict = Verdict(
            of: try Self.results([("kettle", 8)], notices: [Notice(kind: kind, appliance: "kettle", said: "x")]))
        #expect(verdict.word == .warn && verdict.sentence.english.hasPrefix(words), "\(verdict.sentence.english)")
        #expect(verdict.sentence.english.contains("beats predicting zero for kettle"))
    }

    @Test("nothing is said to beat anything of a network whose training broke down before an epoch was kept")
    func untrained() throws {
        var results = try Self.results(
            [("kettle", 8), ("fridge", 20)], notices: [Notice(kind: .notANumber, appliance: "kettle", said: "x")])
        results.training?.best = [
            BestEpoch(appliance: "kettle", epoch: 0, stopped: .notANumber(step: 2)),
            BestEpoch(appliance: "fridge", epoch: 1, stopped: .completed(epochs: 1)),
        ]
        let verdict = Verdict(of: results)
        #expect(verdict.word == .fail)
        #expect(
            verdict.sentence.english
                == "The training of kettle broke down; see the notices. What is scored of kettle is a network that was "
                + "not trained. The model beats predicting zero for fridge (MAE 20 W, predicting zero 40 W, skill 0.50)."
        )
        results.appliances.removeLast()
        #expect(!Verdict(of: results).sentence.english.contains("zero") && Verdict(of: results).word == .fail)
    }
}
