import Dispatch

/// Does `work` for 0 to `count` - 1, on as many threads as there are processors; the results are in order. Of several
/// errors, the one of the lowest number is thrown, so that a message does not depend on which thread was first.
package func concurrentMap<Value: Sendable, Failure: Error>(
    _ count: Int, _ work: @Sendable (Int) throws(Failure) -> Value
) throws(Failure) -> [Value] {
    let results = UnsafeMutableBufferPointer<Result<Value, Failure>?>.allocate(capacity: count)
    results.initialize(repeating: nil)
    defer {
        results.deinitialize()
        results.deallocate()
    }
    // Each iteration writes its own place.
    nonisolated(unsafe) let places = results
    DispatchQueue.concurrentPerform(iterations: count) { index in
        do throws(Failure) {
            places[index] = .success(try work(index))
        } catch {
            places[index] = .failure(error)
        }
    }
    var values: [Value] = []
    values.reserveCapacity(count)
    for index in 0..<count {
        guard let result = results[index] else { preconditionFailure("iteration \(index) left no result") }
        // Taken out, so that what is large has one owner.
        results[index] = nil
        values.append(try result.get())
    }
    return values
}
