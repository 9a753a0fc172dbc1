import Foundation

/// Unix seconds as the clocks of a zone show them, and back.
///
/// "Local seconds" are those a clock without a zone would have counted: day number x 86,400 + time of day.
package struct LocalClock: Sendable {
    package let zone: TimeZone
    /// The IANA name, as it was given: Foundation calls UTC GMT.
    package let zoneName: String
    private static let day = 86_400

    package init(zone: TimeZone) {
        self.zone = zone
        zoneName = zone.identifier
    }

    /// For an IANA zone name such as `Europe/London`; nil for one that this system does not know.
    package init?(zone name: String) {
        guard let zone = TimeZone(identifier: name) else { return nil }
        self.zone = zone
        zoneName = name
    }

    /// Of the British data sets.
    package static let london: LocalClock = {
        guard let clock = LocalClock(zone: "Europe/London") else {
            preconditionFailure("this system's Foundation does not know the time zone Europe/London")
        }
        return clock
    }()

    /// Seconds that local clocks are ahead of UTC.
    package func offset(at unix: Int) -> Int {
        zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(unix)))
    }

    /// The local day, counted from 1 January 1970, and the seconds since its midnight on the clock face.
    package func dayAndSecond(at unix: Int) -> (day: Int, second: Int) {
        let local = unix + offset(at: unix)
        let day = local.floored(by: Self.day)
        return (day, local - day * Self.day)
    }

    /// The local date.
    package func date(at unix: Int) -> CivilDate { CivilDate(daysSince1970: dayAndSecond(at: unix).day) }

    /// Seconds since local midnight on the clock face.
    package func secondsOfDay(at unix: Int) -> Int { dayAndSecond(at: unix).second }

    /// `07:41`, or with seconds `07:41:06`.
    package func timeText(at unix: Int, seconds showsSeconds: Bool = false) -> String {
        let seconds = secondsOfDay(at: unix)
        let text = (seconds / 3600).padded(2) + ":" + (seconds / 60 % 60).padded(2)
        return showsSeconds ? text + ":" + (seconds % 60).padded(2) : text
    }

    /// The moments when local clocks show `local` seconds: none where they are put forward, two where they are put back.
    package func moments(showing local: Int) -> [Int] {
        // Zones change at most once within two days.
        let offsets = Set([offset(at: local - Self.day), offset(at: local + Self.day)])
        return offsets.map { local - $0 }.filter { $0 + offset(at: $0) == local }.sorted()
    }

    /// The first moment of a date.
    package func start(of date: CivilDate) -> Int {
        let midnight = date.daysSince1970 * Self.day
        // Where clocks are put forward at midnight the day starts at the change, when the old offset reads midnight.
        return moments(showing: midnight).first ?? midnight - offset(at: midnight - Self.day)
    }

    /// From a date's first moment to the next one's.
    package func span(of date: CivilDate) -> Range<Int> { start(of: date)..<start(of: date.next) }

    /// `UTC+0`, `UTC+1` or `UTC+5:30`.
    package func offsetText(at unix: Int) -> String {
        let minutes = offset(at: unix) / 60
        let text = "UTC" + (minutes < 0 ? "−" : "+") + String(abs(minutes) / 60)
        return minutes % 60 == 0 ? text : text + ":" + (abs(minutes) % 60).padded(2)
    }
}
