import Datasets
import Kernels
import Support

/// A cycle of the calendar that the stem is told the place in, as a point on a circle, so that the cycle's end is beside
/// its beginning.
package enum CalendarCycle: String, Codable, CaseIterable, Sendable {
    case day, week

    /// Seconds.
    package var length: Int {
        switch self {
        case .day: WallClock.secondsADay
        case .week: WallClock.secondsAWeek
        }
    }

    /// features[t, column ...] = sin(a), cos(a) for each cycle, a = 2 pi (seconds from its beginning to row t) / length.
    /// Shape: features (T, column + 2 for each cycle).
    static func fill(_ features: Matrix, after column: Int, _ cycles: [CalendarCycle], at clock: WallClock) {
        for (place, cycle) in cycles.enumerated() {
            for step in 0..<features.rows {
                let second = (clock.second + step * clock.period) % cycle.length
                let angle = 2 * Double.pi * Double(second) / Double(cycle.length)
                let row = features.base + step * features.stride + column + 2 * place
                row[0] = Float(PortableMath.sine(angle))
                row[1] = Float(PortableMath.sine(angle + Double.pi / 2))
            }
        }
    }
}
