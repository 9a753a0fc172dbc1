extension Language {
    /// As ``concurrentMap(_:_:)``, with the reader's language on all threads: what is current does not follow by itself
    /// to threads that no task began.
    package static func concurrentMap<Value: Sendable, Failure: Error>(
        _ count: Int, _ work: @Sendable (Int) throws(Failure) -> Value
    ) throws(Failure) -> [Value] {
        let language = current
        return try Support.concurrentMap(count) { index throws(Failure) in
            try language.spoken { () throws(Failure) in try work(index) }
        }
    }
}
