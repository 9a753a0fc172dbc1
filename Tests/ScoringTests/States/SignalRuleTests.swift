import Runs
import Support
import Testing

@testable import Scoring

@Suite("A power as it is scored")
struct SignalRuleTests {
    private let on = OnRule(threshold: 100)

    private func signal(_ rule: SignalRule, _ watts: [Float], events: OnRule? = nil) -> Signal {
        rule.signal(of: watts, start: 1000, periodS: 10, events: events ?? on)
    }

    @Test("is the power itself where nothing is asked for")
    func plain() {
        let signal = signal(SignalRule(on: on), [0.5, 150, 3000])
        #expect(signal.watts == [0.5, 150, 3000] && signal.isOn == [false, true, true])
    }

    @Test("is 0 below a bound, or up to it, and no more than a limit; the state is taken after that")
    func changes() {
        #expect(
            signal(SignalRule(on: on, zeroBelow: 5), [4.9, 5, 5.1]).watts == [0, 5, 5.1].map { Double(Float($0)) })
        #expect(signal(SignalRule(on: on, zeroBelow: 5, zeroesBound: true), [4.9, 5, 5.5]).watts == [0, 0, 5.5])
        let limited = signal(SignalRule(on: OnRule(threshold: 60), limit: 50), [40, 50, 70])
        #expect(limited.watts == [40, 50, 50] && limited.isOn == [false, false, false])
    }

    @Test("is 0 where the state is off if that is asked for")
    func zeroWhereOff() {
        #expect(signal(SignalRule(on: on, zeroWhereOff: true), [99, 100, 0]).watts == [0, 100, 0])
    }

    @Test("has an event at the first sample of each activation, but at none that begins the segment")
    func events() {
        #expect(signal(SignalRule(on: on), [100, 0, 100, 100, 0, 100]).events == [1020, 1050])
        #expect(signal(SignalRule(on: on), [0, 0]).events.isEmpty)
        // By the rule for events, which may be another than that for states.
        let merged = OnRule(threshold: 100, minimumOff: 10)
        #expect(signal(SignalRule(on: on), [0, 100, 0, 100, 0], events: merged).events == [1010])
    }

    @Test("has its changes in words")
    func words() {
        let rule = SignalRule(on: on, zeroBelow: 5, limit: 3100, zeroWhereOff: true)
        #expect(
            rule.words.text.english
                == "powers below 5 W are taken as 0; powers over 3100 W as 3100 W; on from 100 W; powers are 0 where "
                + "the state is off")
        #expect(
            SignalRule(on: on, zeroBelow: 4, zeroesBound: true).words.text.english.hasPrefix(
                "powers up to 4 W are taken as 0"))
    }
}
