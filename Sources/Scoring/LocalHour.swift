import Support

/// Samples that share a local day and hour.
struct LocalHour: Equatable {
    var samples: Range<Int>
    /// Days since 1 January 1970, and 0 to 23.
    var day: Int
    var hour: Int
}

extension LocalClock {
    /// Cuts `count` samples, `periodS` seconds apart from `start` in Unix seconds, by local hours: a sample belongs to the
    /// hour of its first second. An hour may be cut into several.
    func hours(start: Int, periodS: Int, count: Int) -> [LocalHour] {
        var hours: [LocalHour] = []
        var first = 0
        while first < count {
            let moment = start + first * periodS
            // Clocks of all zones differ by quarters of an hour, and change at them: within one all is the same.
            let end = (moment.floored(by: 900) + 1) * 900
            let last = min(count, first + max(1, (end - moment + periodS - 1) / periodS))
            let (day, second) = dayAndSecond(at: moment)
            hours.append(LocalHour(samples: first..<last, day: day, hour: second / 3600))
            first = last
        }
        return hours
    }

    /// For the zone of a data set.
    init(scoring zone: String) throws(EvaluationError) {
        guard let clock = LocalClock(zone: zone) else { throw .unknownTimeZone(zone) }
        self = clock
    }
}
