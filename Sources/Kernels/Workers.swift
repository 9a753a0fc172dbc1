import Dispatch
import Synchronization

/// Spreads independent pieces of work over threads.
///
/// Which thread takes which piece is left to chance, so a piece must not depend on others; its worker's number, less
/// than `threads`, picks the memory that it may use.
package struct Workers: Sendable {
    package let threads: Int

    package init(threads: Int) {
        precondition(threads > 0, "needs a thread, got \(threads)")
        self.threads = threads
    }

    /// Calls `body` once for each piece in 0 ..< count; returns when all are done.
    package func forEach(_ count: Int, body: (_ worker: Int, _ piece: Int) -> Void) {
        let workers = min(threads, count)
        guard workers > 1 else {
            for piece in 0..<count { body(0, piece) }
            return
        }
        let next = Atomic(0)
        withoutActuallyEscaping(body) { body in
            nonisolated(unsafe) let body = body
            DispatchQueue.concurrentPerform(iterations: workers) { worker in
                while true {
                    let piece = next.add(1, ordering: .relaxed).oldValue
                    if piece >= count { return }
                    body(worker, piece)
                }
            }
        }
    }
}
