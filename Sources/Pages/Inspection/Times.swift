import Plots
import Support

/// Times of a data set as text: `2015-02-23 23:40` on the clock of its zone, or since its beginning where it has none.
struct Times {
    let clock: LocalClock?

    /// `zone`: an IANA name.
    init(zone: String?) throws(PlottingError) {
        clock = zone.flatMap(LocalClock.init(zone:))
        if let zone, clock == nil { throw .unknownTimeZone(zone) }
    }

    func text(_ unix: Int) -> String {
        guard let clock else { return DurationScale.text(unix) }
        let date = clock.date(at: unix)
        return "\(date.iso) \(clock.timeText(at: unix))"
    }

    /// `from 2015-02-23 23:40 to 2015-03-31 22:34, 35 d 21 h`.
    func text(_ span: ClosedRange<Int>) -> Text {
        let (first, last) = (text(span.lowerBound), text(span.upperBound))
        let length = DurationScale.text(span.upperBound - span.lowerBound)
        return Text("from \(first) to \(last), \(length)", es: "de \(first) a \(last): \(length)")
    }

    func scale(_ span: ClosedRange<Int>) -> any Scale {
        let range = Double(span.lowerBound)...Double(max(span.upperBound, span.lowerBound + 1))
        if let clock { return TimeScale(range, clock: clock) }
        return DurationScale(range)
    }
}
