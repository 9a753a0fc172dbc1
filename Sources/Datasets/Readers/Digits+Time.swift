import Support

extension Digits {
    /// The seconds and microseconds of a time such as `1424734800` or `1424734800.25`, as microseconds; nil if there
    /// is another form, or a time at or after ``ReadingLine/latestSecond``. A byte that is no digit must follow.
    @inline(__always)
    static func microseconds(_ cursor: inout UnsafePointer<UInt8>) -> Int? {
        guard let second = integer(&cursor, limit: 10), second < ReadingLine.latestSecond else { return nil }
        var microseconds = second * 1_000_000
        if cursor.pointee == UInt8(ascii: ".") {
            cursor += 1
            let start = cursor
            guard var fraction = integer(&cursor, limit: 6) else { return nil }
            for _ in cursor - start..<6 { fraction *= 10 }
            microseconds += fraction
        }
        return microseconds
    }
}
