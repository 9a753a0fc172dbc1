import Foundation
import Kernels
import Testing

@Suite("Workers")
struct WorkersTests {
    /// A counter a piece or worker.
    ///
    /// Behind a lock that the thread sanitizer knows, which that of Synchronization is not.
    private final class Counters: @unchecked Sendable {
        private let lock = NSLock()
        private var values: [Int]

        init(count: Int) { values = [Int](repeating: 0, count: count) }

        func add(_ difference: Int, to index: Int) -> Int {
            lock.withLock {
                values[index] += difference
                return values[index]
            }
        }

        var all: [Int] { lock.withLock { values } }
    }

    @Test("do each piece exactly once", arguments: [1, 2, 8], [0, 1, 2, 7, 8, 9, 1000])
    func eachOnce(threads: Int, count: Int) {
        let done = Counters(count: count)
        Workers(threads: threads).forEach(count) { _, piece in _ = done.add(1, to: piece) }
        #expect(done.all == [Int](repeating: 1, count: count))
    }

    @Test("never share a worker's number between two pieces at a time", arguments: [1, 2, 8])
    func ownMemory(threads: Int) {
        let (busy, shared) = (Counters(count: threads), Counters(count: 1))
        Workers(threads: threads).forEach(500) { worker, _ in
            if busy.add(1, to: worker) != 1 { _ = shared.add(1, to: 0) }
            _ = busy.add(-1, to: worker)
        }
        #expect(shared.all == [0])
        #expect(busy.all == [Int](repeating: 0, count: threads))
    }

    @Test("can be used by a piece of work of other workers")
    func nested() {
        let done = Counters(count: 24)
        Workers(threads: 2).forEach(4) { _, outer in
            Workers(threads: 2).forEach(6) { _, inner in _ = done.add(1, to: outer * 6 + inner) }
        }
        #expect(done.all == [Int](repeating: 1, count: 24))
    }
}
