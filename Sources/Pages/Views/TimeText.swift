import Plots
import Runs
import Support

/// Times of a run's data as text: local with their offset, or seconds where the data have no clock.
struct TimeText {
    let clock: LocalClock?

    init(zone: String?) throws(ReportError) {
        clock = zone.flatMap(LocalClock.init(zone:))
        if let zone, clock == nil { throw .unknownTimeZone(zone) }
    }

    /// `10 Mar 2015 15:06:40 UTC+0`, or `1200 s`.
    func text(_ seconds: Int) -> String {
        guard let clock else { return AmountText.count(seconds) + " s" }
        let time = clock.timeText(at: seconds, seconds: seconds % 60 != 0)
        return "\(clock.date(at: seconds).text.localised) \(time) \(clock.offsetText(at: seconds))"
    }

    /// Which clock the page uses.
    var note: Text {
        guard let clock else {
            return Text(
                "These data have no clock: times count seconds from their first sample.",
                es: "Estos datos no tienen reloj: los tiempos son segundos desde su primera muestra.")
        }
        return Text(
            "Times are those of the zone \(clock.zoneName), with the offset from UTC.",
            es: "Las horas son las de la zona \(clock.zoneName), con la diferencia respecto a UTC.")
    }
}
