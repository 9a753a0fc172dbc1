import Foundation

/// Mean power by the hour that the clock of a zone shows: a typical day.
package struct HourlyPower: Sendable {
    private let zone: TimeZone
    private var wattSeconds = [Double](repeating: 0, count: 24)
    private var seconds = [Int](repeating: 0, count: 24)
    /// The hour of the last reading, in Unix seconds and on the clock: zones are asked once an hour.
    private var current = 0..<0
    private var hour = 0

    init(zone: TimeZone) { self.zone = zone }

    /// Adds a power that holds from `time`, in Unix seconds, for `seconds`; it counts to the hour of its beginning.
    mutating func add(time: Int, power: Double, seconds held: Int) {
        if !current.contains(time) { open(at: time) }
        wattSeconds[hour] += power * Double(held)
        seconds[hour] += held
    }

    /// Watts, one an hour of the day; nil for an hour without a reading.
    package var watts: [Double?] {
        zip(wattSeconds, seconds).map { $1 == 0 ? nil : $0 / Double($1) }
    }

    private mutating func open(at time: Int) {
        let clock = time + zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(time)))
        // Clocks are set at full hours, but for zones whose hour then begins at another minute of UTC.
        let start = time - ((clock % 3600) + 3600) % 3600
        current = start..<start + 3600
        hour = ((clock / 3600 % 24) + 24) % 24
    }
}
