import Dispatch

enum Stopwatch {
    /// Seconds that `work` takes.
    static func seconds(_ work: () -> Void) -> Double {
        let begin = DispatchTime.now().uptimeNanoseconds
        work()
        return Double(DispatchTime.now().uptimeNanoseconds - begin) * 1e-9
    }

    /// How often `work` must run to take about a millisecond: less could not be told from the clock's own steps.
    static func repetitions(_ work: () -> Void) -> Int {
        work()
        return max(1, Int(1e-3 / max(seconds(work), 1e-7)))
    }
}

extension [Double] {
    /// The value in the middle; of an even count the lower one.
    var median: Double { isEmpty ? .nan : sorted()[(count - 1) / 2] }
}

extension Double {
    /// With three digits that count.
    var short: String {
        if !isFinite { return "-" }
        let size = abs(self)
        let digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3
        var scale = 1.0
        for _ in 0..<digits { scale *= 10 }
        let rounded = (self * scale).rounded() / scale
        return digits == 0 ? String(Int(rounded)) : String(rounded)
    }
}
