import Foundation
import Runs
import Support

/// SOURCE_DATE_EPOCH, by which a reproducible build names the moment that its results are of.
///
/// Where it is set a run is to have the same bytes whenever and wherever it is made, so nothing is noted that was
/// measured of the clock, the memory or the threads.
enum SourceDate {
    private static var text: String? { ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"] }

    static var isSet: Bool { text != nil }

    /// The moment it names; nil where it is not set.
    static func time() throws -> UTCTime? {
        guard let text else { return nil }
        guard let seconds = Int(text), seconds >= 0, UTCTime.years1970To9999.contains(seconds) else {
            throw Failure(
                "environment variable SOURCE_DATE_EPOCH must be whole Unix seconds, got \"\(text)\"; the last of the year "
                    + "9999 is \(UTCTime.years1970To9999.upperBound - 1)", exitCode: .usage)
        }
        return UTCTime(seconds: seconds)
    }

    /// What was measured; nil in a run that is to have the same bytes each time.
    static func noted<Value>(_ measured: @autoclosure () -> Value) -> Value? { isSet ? nil : measured() }
}
