import Dispatch

/// Lines of a table on their way from the parser to the grid: so the meters can be put on the grid by several threads,
/// and none of them waits for the others at every line.
struct TableBatch: ~Copyable {
    /// Lines of a full batch: few enough that those of some meters stay in the second cache.
    private static let mostLines = 1 << 14
    /// Powers of a full batch, 8 MB, so that a table of ten thousand columns takes no more than one of sixty: it has fewer
    /// lines at a time.
    private static let mostPowers = 1 << 20

    private let meters: Int
    /// Lines of a full batch.
    let capacity: Int
    /// Unix seconds, one a line.
    private let seconds: UnsafeMutablePointer<Int>
    /// Watts, line by line one a meter; NaN where there is no reading.
    private let powers: UnsafeMutablePointer<Double>
    private var count = 0

    init(meters: Int) {
        self.meters = meters
        capacity = max(1, min(Self.mostLines, Self.mostPowers / meters))
        seconds = .allocate(capacity: capacity)
        powers = .allocate(capacity: capacity * meters)
        seconds.initialize(repeating: 0, count: capacity)
        powers.initialize(repeating: .nan, count: capacity * meters)
    }

    deinit {
        seconds.deallocate()
        powers.deallocate()
    }

    var isFull: Bool { count == capacity }

    /// Where the powers of the next line go, one a meter. The batch must not be full.
    var next: UnsafeMutablePointer<Double> { powers + count * meters }

    /// Adds the line whose powers stand at `next`.
    mutating func add(second: Int) {
        seconds[count] = second
        count += 1
    }

    /// Gives every meter's readings to the sink of the same index, and is empty then.
    mutating func empty<Sink: ReadingSink>(into sinks: inout [Sink]) {
        // Each iteration changes one sink, and only reads the rest.
        nonisolated(unsafe) let (seconds, powers) = (self.seconds, self.powers)
        let (count, meters) = (self.count, self.meters)
        sinks.withUnsafeMutableBufferPointer { sinks in
            nonisolated(unsafe) let places = sinks
            DispatchQueue.concurrentPerform(iterations: meters) { meter in
                for line in 0..<count {
                    let power = powers[line * meters + meter]
                    if !power.isNaN { places[meter].add(time: seconds[line], power: power) }
                }
            }
        }
        self.count = 0
    }
}
