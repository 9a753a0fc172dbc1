import Support

/// What the numbers of a run's JSON files must be, so that all that reads them may add, multiply and divide them: asked
/// once, when a file is decoded.
struct NumberCheck {
    /// What errors call the file.
    let path: String

    /// More samples than 3000 years have at one a second; times the longest period it is still an Int.
    static let most = 100_000_000_000
    /// A year with a leap day.
    static let longestPeriod = 366 * 86400
    /// Any sum of squares of Floats is less, and a product of three of these is still a Double.
    static let largest = 1e100

    func count(_ value: Int?, _ key: @autoclosure () -> String) throws(JSONFileError) {
        try within(value, 0...Self.most, "a count from 0 to \(Self.most)", key)
    }

    /// Of what there is at least one.
    func positive(_ value: Int?, _ key: @autoclosure () -> String) throws(JSONFileError) {
        try within(value, 1...Self.most, "a whole number from 1 to \(Self.most)", key)
    }

    func period(_ value: Int, _ key: @autoclosure () -> String) throws(JSONFileError) {
        try within(value, 1...Self.longestPeriod, "seconds from 1 to \(Self.longestPeriod)", key)
    }

    func bytes(_ value: Int?, _ key: @autoclosure () -> String) throws(JSONFileError) {
        try within(value, 0...(1 << 53), "bytes from 0 to \(1 << 53)", key)
    }

    /// A length of time.
    func seconds(_ value: Int?, _ key: @autoclosure () -> String) throws(JSONFileError) {
        let most = UTCTime.years1970To9999.upperBound
        try within(value, 0...most, "seconds from 0 to \(most)", key)
    }

    /// Seconds before or behind something else.
    func distance(_ value: Int?, _ key: @autoclosure () -> String) throws(JSONFileError) {
        let most = UTCTime.years1970To9999.upperBound
        try within(value, -most...most, "seconds from -\(most) to \(most)", key)
    }

    func time(_ value: Int, _ key: @autoclosure () -> String) throws(JSONFileError) {
        let years = UTCTime.years1970To9999
        try within(value, years.lowerBound...years.upperBound, "a time of the years 1970 to 9999", key)
    }

    /// A time and a later one.
    func times(_ start: Int, _ end: Int, _ place: @autoclosure () -> String) throws(JSONFileError) {
        try time(start, place() + ".start")
        try time(end, place() + ".end")
        if end < start { throw fault(place() + ".end", "a time behind the start", end) }
    }

    func within(
        _ value: Int?, _ bounds: ClosedRange<Int>, _ expected: @autoclosure () -> String, _ key: () -> String
    ) throws(JSONFileError) {
        if let value, !bounds.contains(value) { throw fault(key(), expected(), value) }
    }

    /// A number that is measured or computed.
    func real(_ value: Double?, _ key: @autoclosure () -> String) throws(JSONFileError) {
        if let value, !(abs(value) <= Self.largest) { throw fault(key(), "at most \(Self.largest)", value) }
    }

    /// One that can't be below zero.
    func size(_ value: Double?, _ key: @autoclosure () -> String) throws(JSONFileError) {
        try real(value, key())
        if let value, value < 0 { throw fault(key(), "at least 0", value) }
    }

    /// Watts beyond which readings are left out, which are printed as a whole number.
    func limit(_ value: Double, _ key: @autoclosure () -> String) throws(JSONFileError) {
        guard (0...1e15).contains(value) else { throw fault(key(), "watts from 0 to 1e15", value) }
    }

    private func fault(_ key: String, _ expected: String, _ got: some CustomStringConvertible) -> JSONFileError {
        .key(path: path, key: key, problem: "must be \(expected), got \(got)")
    }
}
