import Support

/// The Unix times at which the clocks of a zone show a time, remembered for many times in turn.
struct ShownTimes: Sendable {
    /// The moments of one shown time: one, none in the hour that spring leaves out, or two in the hour that autumn repeats.
    struct Moments: Equatable {
        var first: Int?
        var second: Int?
    }

    let clock: LocalClock
    /// Clocks are set at full quarters of an hour, so what was found for one holds until the next.
    private var quarter = Int.min
    private var offsets: [Int] = []

    init(_ clock: LocalClock) { self.clock = clock }

    /// `shown`: what the clock shows, as seconds since 1970 on a clock that was never set.
    mutating func moments(at shown: Int) -> Moments {
        let current = shown.floored(by: 900)
        if current != quarter {
            quarter = current
            offsets = clock.moments(showing: shown).map { shown - $0 }
        }
        return Moments(first: offsets.first.map { shown - $0 }, second: offsets.dropFirst().first.map { shown - $0 })
    }
}
