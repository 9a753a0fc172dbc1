import Dispatch

/// Lines of a table on their way from the parser to the grid, a column a meter: so the meters can be put on the grid by
/// several threads, and none of them waits for the others at every line.
struct TableBatch {
    /// Lines of a full batch: 2 MB a meter.
    private static let capacity = 1 << 18

    /// Unix seconds, one a line.
    private var seconds: [Int] = []
    /// Watts, of each meter one a line; NaN where there is no reading.
    private var powers: [[Double]]

    init(meters: Int) { powers = Array(repeating: [], count: meters) }

    var isFull: Bool { seconds.count >= Self.capacity }

    /// Adds a line: a power for each meter.
    mutating func add(second: Int, _ values: [Double]) {
        seconds.append(second)
        for meter in values.indices { powers[meter].append(values[meter]) }
    }

    /// Gives every meter's readings to the sink of the same index, and is empty then.
    mutating func empty<Sink: ReadingSink>(into sinks: inout [Sink]) {
        let (seconds, powers) = (seconds, powers)
        sinks.withUnsafeMutableBufferPointer { sinks in
            // Each iteration changes one sink.
            nonisolated(unsafe) let places = sinks
            DispatchQueue.concurrentPerform(iterations: powers.count) { meter in
                for (second, power) in zip(seconds, powers[meter]) where !power.isNaN {
                    places[meter].add(time: second, power: power)
                }
            }
        }
        self.seconds = []
        self.powers = Array(repeating: [], count: powers.count)
    }
}
