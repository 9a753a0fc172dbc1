/// What the numbers of a meter's column are before they are powers.
enum ReadingKind: Equatable, Sendable {
    /// Watts.
    case power
    /// The watt-hours of a register that goes on counting: the power is their difference over the time between.
    case register
    /// The watt-hours of each interval, from its time on.
    case interval
}

/// Turns the readings of a meter into powers on their way to what takes them.
struct MeterSink<Base: ReadingSink>: ReadingSink {
    private(set) var base: Base
    private let kind: ReadingKind
    /// Seconds of an interval.
    private let seconds: Int
    private var last: (time: Int, value: Double)?

    init(_ base: Base, _ kind: ReadingKind, seconds: Int) {
        self.base = base
        self.kind = kind
        self.seconds = seconds
    }

    var period: Int { base.period }
    var hasEnough: Bool { base.hasEnough }

    @inline(__always)
    mutating func add(time: Int, power value: Double) {
        switch kind {
        case .power: base.add(time: time, power: value)
        case .interval: base.add(time: time, power: value * 3600 / Double(seconds))
        case .register:
            // A register that falls was set back or exchanged: of the time between nothing is known.
            if let last, time > last.time, value >= last.value {
                base.add(time: last.time, power: (value - last.value) * 3600 / Double(time - last.time))
            }
            last = (time, value)
        }
    }
}
