import Files
import Foundation

/// Turns the fields of a table into times and powers.
struct TableParser {
    /// When a line was read.
    struct Time {
        /// Since 1970.
        var microseconds: Int
        /// The second moment at which the clock shows this time, if it has two.
        var again: Int?
    }

    /// What stands where there is no reading, in lower case.
    private static let missing: Set = ["", "nan", "na", "n/a", "null", "none", "?", "-"]

    /// Of every column.
    let roles: [TableLayout.Role]
    /// Of every meter.
    let scales: [Double]
    let separator: UInt8
    private let form: TimeForm
    private let isSemicolonTable: Bool
    private var clock: LocalClock?
    /// What parts a number's fraction. Tables with semicolons may have a comma; the first fraction decides, as a
    /// number such as 1.234 means different powers in either.
    private(set) var mark: UInt8?

    init(_ layout: TableLayout) {
        roles = layout.columns.map(\.role)
        scales = layout.scales
        separator = layout.separator
        form = layout.time
        isSemicolonTable = layout.separator == UInt8(ascii: ";")
        if case .iso(let zone?) = layout.time { clock = LocalClock(zone: zone) }
        mark = isSemicolonTable ? nil : UInt8(ascii: ".")
    }

    /// Whether times are whole seconds or decimal numbers of them, which need no calendar.
    var hasPlainTimes: Bool { form == .unix(perSecond: 1) }

    /// Reads a line whose fields are known, in any of the forms that a table may have. Watts go to `powers`, one a meter.
    mutating func line(
        _ fields: borrowing TableFields, into powers: UnsafeMutablePointer<Double>
    ) throws(ReadingLine.Problem) -> TableLine {
        var line = TableLine()
        for column in roles.indices {
            switch roles[column] {
            case .unused: break
            case .time:
                let time = try time(fields[column])
                (line.microseconds, line.again) = (time.microseconds, time.again)
            case .meter(let index):
                powers[index] = try power(fields[column], scale: scales[index])
                if powers[index].isNaN { line.empty += 1 }
            case .issues: line.hasIssues = try isMarked(fields[column])
            }
        }
        return line
    }

    mutating func time(_ field: UnsafeBufferPointer<UInt8>) throws(ReadingLine.Problem) -> Time {
        switch form {
        case .unix(let perSecond):
            if perSecond == 1, var cursor = field.baseAddress,
                let microseconds = Digits.microseconds(&cursor), cursor == field.baseAddress! + field.count
            {
                return Time(microseconds: microseconds)
            }
            return Time(microseconds: try unixTime(Self.text(field), perSecond: perSecond))
        case .iso:
            guard let time = ISOTime(field) else { throw problem(field) }
            if let offset = time.offset { return try moment(time.clock - offset, time.microseconds, field) }
            guard clock != nil else {
                throw ReadingLine.Problem(
                    expected: "a time with its zone, such as 2015-02-28T12:30:05Z",
                    got: ReadingLine.quoted(Self.text(field)),
                    advice: "say which clock it is, such as --time-zone Europe/London or --time-zone UTC")
            }
            return try localMoment(time, field)
        }
    }

    /// Watts; NaN where there is no reading.
    mutating func power(_ field: UnsafeBufferPointer<UInt8>, scale: Double) throws(ReadingLine.Problem) -> Double {
        if var cursor = field.baseAddress, field.count > 0, let value = Digits.decimal(&cursor, mark: mark ?? 0),
            cursor == field.baseAddress! + field.count
        {
            return value * scale
        }
        var text = Self.text(field)
        if Self.missing.contains(text.lowercased()) { return .nan }
        if isSemicolonTable, let found = text.utf8.first(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") })
        {
            mark = mark ?? found
            guard mark == found else {
                throw ReadingLine.Problem(
                    expected:
                        "a number with the decimal \(found == UInt8(ascii: ",") ? "point" : "comma") of the lines "
                        + "before", got: ReadingLine.quoted(text), advice: "write all numbers one way")
            }
            text = text.replacing(",", with: ".")
        }
        return try ReadingLine.power(text, expected: "a power") * scale
    }

    /// Whether a line is marked as wrong.
    func isMarked(_ field: UnsafeBufferPointer<UInt8>) throws(ReadingLine.Problem) -> Bool {
        if field.count == 1 {
            if field[0] == UInt8(ascii: "0") { return false }
            if field[0] == UInt8(ascii: "1") { return true }
        }
        let text = Self.text(field)
        if Self.missing.contains(text.lowercased()) { return false }
        return try ReadingLine.number(text, what: "0 or 1") != 0
    }

    private func unixTime(_ text: String, perSecond: Int) throws(ReadingLine.Problem) -> Int {
        let number = try ReadingLine.number(text, what: form.expected)
        guard number >= 0, number < Double(ReadingLine.latestSecond) * Double(perSecond) else {
            throw ReadingLine.Problem(
                expected: "\(form.expected) before the year 2100", got: ReadingLine.quoted(text),
                advice: "write all times one way")
        }
        // A Double doesn't hold all digits of a time in nanoseconds.
        if let whole = Int(text) {
            return perSecond > 1_000_000 ? whole / (perSecond / 1_000_000) : whole * (1_000_000 / perSecond)
        }
        return Int((number * (1e6 / Double(perSecond))).rounded())
    }

    private mutating func localMoment(
        _ time: ISOTime, _ field: UnsafeBufferPointer<UInt8>
    ) throws(ReadingLine.Problem) -> Time {
        guard let moments = clock?.moments(at: time.clock), let zone = clock?.zone.identifier else {
            preconditionFailure("a local time needs a clock")
        }
        guard let first = moments.first else {
            throw ReadingLine.Problem(
                expected: "a time that the clock of \(zone) shows",
                got: ReadingLine.quoted(Self.text(field))
                    + ", in the hour that it leaves out in spring",
                advice: "name the zone in which the times were written with --time-zone, perhaps UTC")
        }
        var result = try moment(first, time.microseconds, field)
        result.again = moments.second.map { $0 * 1_000_000 + time.microseconds }
        return result
    }

    private func moment(
        _ unix: Int, _ microseconds: Int, _ field: UnsafeBufferPointer<UInt8>
    ) throws(ReadingLine.Problem) -> Time {
        guard unix >= 0, unix < ReadingLine.latestSecond else { throw problem(field) }
        return Time(microseconds: unix * 1_000_000 + microseconds)
    }

    private func problem(_ field: UnsafeBufferPointer<UInt8>) -> ReadingLine.Problem {
        ReadingLine.Problem(
            expected: form.expected + " from 1970 to 2099", got: ReadingLine.quoted(Self.text(field)),
            advice: "write all times one way, or delete the line")
    }

    private static func text(_ field: UnsafeBufferPointer<UInt8>) -> String {
        var field = field[...]
        let space = UInt8(ascii: " ")
        while field.first == space { field.removeFirst() }
        while field.last == space { field.removeLast() }
        return String(decoding: field, as: UTF8.self)
    }
}
