import Runs
import Scoring
import Testing

@Suite("Gates") struct GateTests {
    /// The sample's kettle has an MAE of 8 W, dish_washer one that is not defined.
    private static func results() -> Results { Sample.results(["kettle": 8, "dish_washer": nil]) }

    @Test(
        "an expression is an appliance, a metric, an operator and a number",
        arguments: [
            ("mae_w<30", nil, "mae_w", Gate.Comparison.below, 30.0),
            ("  mae_w  <=  -1e2 ", nil, "mae_w", .atMost, -100),
            ("kettle.f1>=0.8", "kettle", "f1", .atLeast, 0.8), ("skill>0", nil, "skill", .above, 0),
            ("washing machine.teca > .5", "washing machine", "teca", .above, 0.5),
            ("a.b<c.mae_w<3", "a.b<c", "mae_w", .below, 3),
        ])
    func parsing(text: String, appliance: String?, key: String, comparison: Gate.Comparison, bound: Double) throws {
        let gate = try Gate(parsing: text)
        #expect(gate.appliance == appliance)
        #expect(gate.quantity.key == key)
        #expect(gate.comparison == comparison)
        #expect(gate.bound == bound)
    }

    @Test(
        "what is no expression says what one is",
        arguments: ["", "mae_w", "mae_w 30", "<30", "mae_w=30", "mae_w=>30", "mae_w==30", ".mae_w<3", "mae_w≤3"])
    func syntax(text: String) {
        let error = #expect(throws: GateError.self) { try Gate(parsing: text) }
        #expect(error == .syntax(text))
        #expect(error?.description.contains("kettle.f1 >= 0.8") == true)
    }

    @Test("a bound is a finite number", arguments: ["mae_w<", "mae_w<x", "mae_w<nan", "mae_w<inf", "mae_w<3 W"])
    func bound(text: String) {
        let error = #expect(throws: GateError.self) { try Gate(parsing: text) }
        #expect(error?.description.contains("expected a number behind the operator") == true)
    }

    @Test("a metric that there is not suggests the nearest", arguments: ["mae<1", "kettle.mea_w<1", "kettle.MAE_W<1"])
    func unknownMetric(text: String) {
        let error = #expect(throws: GateError.self) { try Gate(parsing: text) }
        #expect(error?.description.contains("did you mean mae_w?") == true)
    }

    @Test("an appliance that the run has not suggests the nearest") func unknownAppliance() throws {
        let error = #expect(throws: GateError.self) {
            try Gate(parsing: "ketle.f1>0").check(appliances: ["kettle", "fridge"])
        }
        #expect(error?.description.contains("did you mean kettle?") == true)
    }

    @Test("blanks, underscores and capitals of a name do not matter", arguments: ["dish washer", "Dish_Washer"])
    func names(name: String) throws {
        let gate = try Gate(parsing: name + ".mae_w<3")
        try gate.check(appliances: ["dish_washer"])
        #expect(gate.results(of: Self.results()).map(\.appliance) == ["dish_washer"])
    }

    @Test(
        "a bound is met as its operator says, at the bound too",
        arguments: [
            ("kettle.mae_w<8", false), ("kettle.mae_w<=8", true), ("kettle.mae_w>8", false), ("kettle.mae_w>=8", true),
            ("kettle.mae_w<8.1", true), ("kettle.mae_w>7.9", true),
        ])
    func operators(text: String, passed: Bool) throws {
        let result = try #require(try Gate(parsing: text).results(of: Self.results()).first)
        #expect(result == GateResult(expression: text, appliance: "kettle", value: 8, passed: passed))
    }

    @Test("a gate without an appliance is of each; a value that is not defined does not pass, and says why")
    func undefined() throws {
        let results = try Gate(parsing: "mae_w<1e9").results(of: Self.results())
        #expect(results.map(\.passed) == [false, true])
        let undefined = try #require(results.first)
        #expect(undefined.value == nil && undefined.reason == "the appliance used no energy")
        let skill = try Gate(parsing: "kettle.skill>0").results(of: Self.results())
        #expect(skill.first?.reason == "predicting zero makes no error")
    }

    @Test("a failed gate is worse news than a baseline that is not comparable") func outcome() throws {
        var results = Self.results()
        #expect(CheckOutcome(of: results) == .passed)
        var other = results
        other.run.data.sha256 = "other"
        RunCheck(gates: [], baseline: (other, BaselineCheck())).apply(to: &results)
        #expect(CheckOutcome(of: results) == .notComparable)
        RunCheck(gates: [try Gate(parsing: "kettle.mae_w<1")], baseline: (other, BaselineCheck())).apply(to: &results)
        #expect(CheckOutcome(of: results) == .failed)
    }
}
