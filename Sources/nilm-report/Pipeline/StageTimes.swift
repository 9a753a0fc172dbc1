import Runs

/// How long the stages of a run take.
struct StageTimes {
    private(set) var durations: [Provenance.Duration] = []

    /// Does `work` and notes how long it took.
    mutating func measure<R>(_ stage: String, _ work: () throws -> R) rethrows -> R {
        let begin = ContinuousClock.now
        let result = try work()
        let elapsed = ContinuousClock.now - begin
        durations.append(
            Provenance.Duration(
                stage: stage,
                seconds: Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18))
        return result
    }
}
