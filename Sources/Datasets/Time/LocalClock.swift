import Foundation

/// What a clock on the wall of a time zone means in Unix time.
struct LocalClock: Sendable {
    /// The Unix times at which the clock shows one time: one, none in the hour that spring leaves out, or two in the
    /// hour that autumn repeats.
    struct Moments: Equatable {
        var first: Int?
        var second: Int?
    }

    let zone: TimeZone
    /// Clocks are set at full quarters of an hour, so what was found for one holds until the next.
    private var quarter = Int.min
    private var offsets: (first: Int?, second: Int?) = (nil, nil)

    init(zone: TimeZone) { self.zone = zone }

    /// `clock`: what the clock shows, as seconds since 1970 on a clock that was never set.
    mutating func moments(at clock: Int) -> Moments {
        let current = clock >= 0 ? clock / 900 : (clock - 899) / 900
        if current != quarter {
            quarter = current
            offsets = Self.offsets(at: clock, in: zone)
        }
        return Moments(first: offsets.first.map { clock - $0 }, second: offsets.second.map { clock - $0 })
    }

    /// The offsets from UTC that the zone has when its clock shows `clock`, that of the earlier moment first.
    private static func offsets(at clock: Int, in zone: TimeZone) -> (first: Int?, second: Int?) {
        func offset(at unix: Int) -> Int { zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(unix))) }
        // A zone has no two changes within two days: the offsets before and after are all that can be.
        let before = offset(at: clock - 86400)
        let after = offset(at: clock + 86400)
        let possible = (before == after ? [before] : [max(before, after), min(before, after)])
            .filter { offset(at: clock - $0) == $0 }
        return (possible.first, possible.dropFirst().first)
    }
}
