import Support

/// Times of a segment of data: on the clock of their zone, or since the beginning where they have none.
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
    var title: Text {
        if let clock { return TimeScale(range, clock: clock).title }
        return Text("time since the window's start", es: "tiempo desde el inicio de la ventana")
    }

    /// A moment in a sentence: `07:41` or `3 min 20 s`, after "at".
    func text(after offset: Int) -> String {
        guard let clock else { return DurationScale.text(offset) }
        let moment = start + offset
        return clock.timeText(at: moment, seconds: clock.secondsOfDay(at: moment) % 60 != 0)
    }

    /// A moment in a sentence about a segment that may be longer than a day: `at 07:41`, with its date where it is not the
    /// first's.
    func moment(after offset: Int) -> Text {
        let text = text(after: offset)
        guard let clock else { return Text("at \(text)", es: "en \(text)") }
        let date = clock.date(at: start + offset)
        if date == clock.date(at: start) { return Text("at \(text)", es: "a las \(text)") }
        return Text("at \(text) on \(date.text)", es: "a las \(text) del \(date.text)")
    }

    /// The segment in a sentence: `from 07:12 on 3 Sep 2013 for 51 min 12 s`.
    var extent: Text {
        let length = DurationScale.text(seconds)
        guard let clock else { return Text("\(length) long", es: "\(length) de duración") }
        let (time, date) = (text(after: 0), clock.date(at: start).text)
        return Text("from \(time) on \(date) for \(length)", es: "desde las \(time) del \(date) durante \(length)")
    }
}
