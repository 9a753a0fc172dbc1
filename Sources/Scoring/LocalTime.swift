import Foundation

/// Days and hours on the clocks of a data set's zone.
package struct LocalTime: Sendable {
    private let zone: TimeZone

    /// For an IANA zone name such as `Europe/London`.
    package init(zone name: String) throws(EvaluationError) {
        guard let zone = TimeZone(identifier: name) else { throw .unknownTimeZone(name) }
        self.zone = zone
    }

    /// Samples that share a local day and hour.
    struct Piece: Equatable {
        var samples: Range<Int>
        /// Days since 1 January 1970, and 0 to 23.
        var day: Int
        var hour: Int
    }

    /// Cuts `count` samples, `periodS` seconds apart from `start` in Unix seconds, into pieces of one local hour: a
    /// sample belongs to the hour of its first second. An hour may be several pieces.
    func pieces(start: Int, periodS: Int, count: Int) -> [Piece] {
        var pieces: [Piece] = []
        var first = 0
        while first < count {
            let moment = start + first * periodS
            // Clocks of all zones differ by quarters of an hour, and change at them: within one all is the same.
            let quarter = 900
            let end = moment - LocalTime.remainder(moment, quarter) + quarter
            let last = min(count, first + max(1, (end - moment + periodS - 1) / periodS))
            let local = moment + zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment)))
            let second = LocalTime.remainder(local, 86_400)
            pieces.append(Piece(samples: first..<last, day: (local - second) / 86_400, hour: second / 3600))
            first = last
        }
        return pieces
    }

    /// `2015-03-29`
    static func date(ofDay day: Int) -> String {
        Date(timeIntervalSince1970: Double(day) * 86_400).formatted(.iso8601.year().month().day())
    }

    /// From 0 to below `divisor`, also for times before 1970.
    private static func remainder(_ value: Int, _ divisor: Int) -> Int {
        let remainder = value % divisor
        return remainder < 0 ? remainder + divisor : remainder
    }
}
