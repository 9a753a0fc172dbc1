import Runs
import Testing

@testable import Scoring

@Suite("Where the errors are")
struct ErrorSumsTests {
    private static let rule = OnRule(threshold: 100)

    private static func analysis(truth: [Float], prediction: [Float], steps: Int = 2) -> ErrorAnalysis {
        let signal = SignalRule(on: rule)
        var sums = ErrorSums(events: rule, periodS: 60, steps: steps)
        sums.add(
            truth: signal.signal(of: truth, start: 600, periodS: 60, events: rule),
            prediction: signal.signal(of: prediction, start: 600, periodS: 60, events: rule), house: "1", start: 600)
        return sums.analysis
    }

    @Test("samples are counted by true and predicted state")
    func confusion() {
        let errors = Self.analysis(truth: [0, 200, 200, 0, 0], prediction: [0, 200, 0, 300, 0])
        #expect(errors.confusion == .init(onAsOn: 1, onAsOff: 1, offAsOn: 1, offAsOff: 2))
    }

    @Test("uses stand in the class of their length, and are found if the prediction is on at some moment")
    func durations() {
        // An activation of a minute, missed; one of three minutes, found at its last sample.
        let errors = Self.analysis(
            truth: [0, 600, 0, 600, 600, 600, 0], prediction: [0, 0, 0, 0, 0, 300, 0])
        #expect(errors.durations.map(\.fromS) == [60, 180] && errors.durations.map(\.belowS) == [180, 600])
        #expect(errors.durations.map(\.uses) == [1, 1] && errors.durations.map(\.found) == [0, 1])
        #expect(errors.durations.map(\.maeW) == [600, 500])
        // 600 W for a minute are 0.01 kWh.
        #expect(errors.durations.map { ($0.truthKwh * 1000).rounded() } == [10, 30])
        #expect(errors.durations.map { ($0.predictionKwh * 1000).rounded() } == [0, 5])
    }

    @Test("an activation without an upper bound is in the last class")
    func long() {
        let errors = Self.analysis(
            truth: [Float](repeating: 500, count: 130), prediction: [Float](repeating: 0, count: 130))
        #expect(errors.durations.map(\.fromS) == [7200] && errors.durations[0].belowS == nil)
    }

    @Test("a predicted activation is false if the appliance is on at none of its moments")
    func falseUses() {
        let errors = Self.analysis(
            truth: [0, 0, 0, 600, 600, 0], prediction: [600, 600, 0, 0, 600, 600])
        #expect(errors.falseUses.predicted == 2 && errors.falseUses.count == 1)
        #expect(errors.falseUses.seconds == 120 && (errors.falseUses.predictionKwh * 1000).rounded() == 20)
        let none = Self.analysis(truth: [600, 600], prediction: [0, 0])
        #expect(none.falseUses == .init(count: 0, predicted: 0, seconds: 0, predictionKwh: 0))
    }

    @Test("the worst windows come first, ten at most, and a tail that fills no window is left out")
    func worst() {
        let errors = Self.analysis(
            truth: [Float](repeating: 0, count: 25), prediction: (0..<25).map { Float($0 / 2) })
        #expect(errors.worstWindows.count == 10 && errors.worstWindows.map(\.maeW).first == 11)
        #expect(errors.worstWindows.map(\.start).first == 600 + 22 * 60)
        #expect(errors.worstWindows.map(\.maeW) == errors.worstWindows.map(\.maeW).sorted(by: >))
        #expect(Self.analysis(truth: [0], prediction: [9]).worstWindows.isEmpty)
    }
}
