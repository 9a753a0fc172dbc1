import Runs
import Support
import Testing

@testable import Scoring

@Suite("When an appliance is on")
struct OnRuleTests {
    /// `1` for a sample of 100 W, anything else for 0 W; 10 s apart.
    private func states(_ samples: String, minimumOff: Int = 0, minimumOn: Int = 0) -> String {
        let rule = OnRule(threshold: 100, minimumOff: minimumOff, minimumOn: minimumOn)
        let watts = samples.map { $0 == "1" ? 100.0 : 0 }
        return String(rule.states(of: watts, periodS: 10).map { $0 ? "1" : "0" })
    }

    @Test("a power at the threshold is on, unless it must be above; at the maximum it is on, over it off")
    func bounds() {
        let watts = [99.999, 100, 100.001, 199.999, 200, 200.001]
        #expect(OnRule(threshold: 100).states(of: watts, periodS: 1) == [false, true, true, true, true, true])
        #expect(
            OnRule(threshold: 100, isStrict: true).states(of: watts, periodS: 1)
                == [false, false, true, true, true, true])
        #expect(
            OnRule(threshold: 100, maximum: 200).states(of: watts, periodS: 1)
                == [false, true, true, true, true, false])
    }

    @Test("a time off as long as the shortest one is filled, a longer one is not")
    func shortestOff() {
        #expect(states("0110011000110", minimumOff: 20) == "0111111000110")
        #expect(states("0110011000110", minimumOff: 19) == "0110011000110")
        #expect(states("0110011000110", minimumOff: 30) == "0111111111110")
    }

    @Test("a time on as long as the shortest one stays, a shorter one goes")
    func shortestOn() {
        #expect(states("0100110011100", minimumOn: 20) == "0000110011100")
        #expect(states("0100110011100", minimumOn: 21) == "0000000011100")
    }

    @Test("times off are filled before short times on are dropped: the other order loses an activation in pieces")
    func order() {
        #expect(states("0101010000100", minimumOff: 10, minimumOn: 50) == "0111110000000")
    }

    @Test("times off at the edges of a segment are no times between two activations")
    func edges() {
        #expect(states("0011100", minimumOff: 100) == "0011100")
        #expect(states("0000", minimumOff: 100, minimumOn: 10) == "0000")
        #expect(states("1111", minimumOff: 100, minimumOn: 40) == "1111")
        #expect(states("1111", minimumOff: 0, minimumOn: 41) == "0000")
        #expect(states("") == "" && states("", minimumOff: 10, minimumOn: 10) == "")
    }

    @Test("uses are the longest ranges on")
    func uses() {
        #expect(OnRule.uses(in: [true, true, false, true]) == [0..<2, 3..<4])
        #expect(OnRule.uses(in: [false, false]).isEmpty && OnRule.uses(in: []).isEmpty)
    }

    @Test("words have every number")
    func words() {
        #expect(OnRule(threshold: 2000).words.text.english == "on from 2000 W")
        #expect(OnRule(threshold: 4, isStrict: true).words.text.english == "on above 4 W")
        #expect(
            OnRule(threshold: 49.5, maximum: 300, minimumOff: 12, minimumOn: 60).words.text.english
                == "on from 49.5 W up to 300 W, then times off of at most 12 s in between count as on, then times on of "
                + "less than 60 s count as off")
    }
}
