import Testing

@testable import Networks

@Suite("Learning rate schedules")
struct LearningRateScheduleTests {
    @Test("a constant rate is one", arguments: [0.0, 0.3, 1, 2])
    func constant(progress: Double) {
        #expect(LearningRateSchedule(.constant, peak: 0.5).rate(at: progress) == 0.5)
    }

    @Test(
        "a warm-up is linear over a tenth, then half a cosine goes down to 0 and stays there",
        arguments: [
            (0, 0), (0.025, 0.5), (0.05, 1), (0.1, 2), (0.325, 1 + 0.5.squareRoot()), (0.55, 1),
            (0.775, 1 - 0.5.squareRoot()), (1, 0), (1.5, 0),
        ] as [(Double, Double)])
    func warmUpAndCosine(progress: Double, rate: Double) {
        #expect(abs(LearningRateSchedule(.cosine, peak: 2).rate(at: progress) - rate) < 1e-12)
    }
}
