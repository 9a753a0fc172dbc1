/// The language that a page is written in. Consoles and files for machines are in English.
package enum Language: String, CaseIterable, Sendable {
    case english = "en"
    case spanish = "es"

    /// The reader's language while a page is being drawn.
    @TaskLocal package static var current = Language.english

    /// The mark before a number's decimals.
    package var decimalMark: String {
        switch self {
        case .english: "."
        case .spanish: ","
        }
    }

    /// Does `work` with this as the reader's language.
    package func spoken<Value, Failure: Error>(_ work: () throws(Failure) -> Value) throws(Failure) -> Value {
        let result: Result<Value, Failure> = Self.$current.withValue(self) {
            do throws(Failure) { return .success(try work()) } catch { return .failure(error) }
        }
        return try result.get()
    }
}

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
