import Support

/// Times of a stretch of data: on the clock of their zone, or since the beginning where they have none.
struct TimeAxis {
    let clock: LocalClock?
    /// Unix seconds of the beginning.
    let start: Int
    let seconds: Int

    /// The value on the scale of a moment `offset` seconds after the beginning.
    func value(after offset: Double) -> Double { clock == nil ? offset : Double(start) + offset }

    var range: ClosedRange<Double> { value(after: 0)...value(after: Double(seconds)) }

    var scale: any Scale {
        if let clock { TimeScale(range, clock: clock) } else { DurationScale(range) }
    }

    /// The name of an axis, with the zone.
    var title: String {
        if let clock { TimeScale(range, clock: clock).title } else { "time since the window's start" }
    }

    /// A moment in a sentence: `07:41` or `3 min 20 s`, after "at".
    func text(after offset: Int) -> String {
        guard let clock else { return DurationScale.text(offset) }
        let moment = start + offset
        return clock.timeText(at: moment, seconds: clock.secondsOfDay(at: moment) % 60 != 0)
    }

    /// A moment in a sentence about a stretch that may be longer than a day: with its date where it is not the first's.
    func moment(after offset: Int) -> String {
        guard let clock, clock.date(at: start + offset) != clock.date(at: start) else { return text(after: offset) }
        return text(after: offset) + " on " + clock.date(at: start + offset).text
    }

    /// The stretch in a sentence: `from 07:12 on 3 Sep 2013 for 51 min 12 s`.
    var extent: String {
        guard let clock else { return "\(DurationScale.text(seconds)) long" }
        return "from \(text(after: 0)) on \(clock.date(at: start).text) for \(DurationScale.text(seconds))"
    }
}
