import Support

extension TableParser {
    /// Reads a line of Unix seconds and plain decimal numbers or empty fields, and its end, as nearly all lines of
    /// most tables are; nil, with the cursor where it was, for a line in any other form. Watts go to `powers`, one a
    /// meter. A newline must follow somewhere behind the cursor.
    @inline(__always)
    func plain(_ cursor: inout UnsafePointer<UInt8>, into powers: UnsafeMutablePointer<Double>) -> TableLine? {
        guard hasPlainTimes else { return nil }
        // No number is followed by a digit: as long as the mark is not known, there is none.
        let mark = mark ?? UInt8(ascii: "0")
        var line = TableLine()
        var next = cursor
        var isFirst = true
        for role in roles {
            if !isFirst {
                guard next.pointee == separator else { return nil }
                next += 1
            }
            isFirst = false
            switch role {
            case .unused:
                // In quotation marks the separator is none.
                guard next.pointee != UInt8(ascii: "\"") else { return nil }
                while next.pointee != separator, next.pointee != UInt8(ascii: "\n") { next += 1 }
            case .time:
                guard let microseconds = Digits.microseconds(&next) else { return nil }
                line.microseconds = microseconds
            // A date takes the way with all the checks, and so does a line that may be another meter's.
            case .date, .timeOfDay, .whose: return nil
            case .meter(let index):
                if next.pointee == separator || next.pointee == UInt8(ascii: "\n") {
                    powers[index] = .nan
                    line.empty += 1
                } else {
                    guard let value = Digits.decimal(&next, mark: mark) else { return nil }
                    powers[index] = value * scales[index]
                }
            case .issues:
                guard next.pointee == UInt8(ascii: "0") || next.pointee == UInt8(ascii: "1") else { return nil }
                line.hasIssues = next.pointee == UInt8(ascii: "1")
                next += 1
            }
        }
        if next.pointee == UInt8(ascii: "\r") { next += 1 }
        guard next.pointee == UInt8(ascii: "\n") else { return nil }
        cursor = next + 1
        return line
    }
}
