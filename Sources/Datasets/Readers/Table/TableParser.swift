import Foundation
import Support

/// Turns the fields of a table into times and powers.
struct TableParser {
    /// When a line was read.
    struct Time {
        /// Since 1970.
        var microseconds: Int
        /// The second moment at which the clock shows this time, if it has two.
        var again: Int?
    }

    /// Of every column.
    let roles: [TableLayout.Role]
    /// Of every meter.
    let scales: [Double]
    let separator: UInt8
    private let form: TimeForm
    private var clock: ShownTimes?
    /// What parts a number's fraction; as long as no number has one, the first decides.
    private(set) var mark: UInt8?
    private let grouping: UInt8?
    private let whose: MeterColumn?
    /// The columns of a date and a time of day, where those are two.
    private let date: Int?
    private let timeOfDay: Int?

    init(_ layout: TableLayout) {
        roles = layout.columns.map(\.role)
        scales = layout.scales
        separator = layout.separator
        form = layout.time
        if case .clock(_, let zone?) = layout.time { clock = ShownTimes(LocalClock(zone: zone)) }
        mark = layout.numbers.mark
        grouping = layout.numbers.grouping
        whose = layout.whose
        date = roles.firstIndex(of: .date)
        timeOfDay = roles.firstIndex(of: .timeOfDay)
    }

    /// Whether times are whole seconds or decimal numbers of them, which need no calendar.
    var hasPlainTimes: Bool { form == .unix(perSecond: 1) }

    /// Whether a line is of the meter that is read.
    func isOwn(_ fields: borrowing TableFields) -> Bool {
        guard let whose else { return true }
        return whose.isOwn(fields[whose.column])
    }

    /// Reads a line whose fields are known, in any of the forms that a table may have. Watts go to `powers`, one a meter.
    mutating func line(
        _ fields: borrowing TableFields, into powers: UnsafeMutablePointer<Double>
    ) throws(ReadingLine.Problem) -> TableLine {
        var line = TableLine()
        for column in roles.indices {
            switch roles[column] {
            case .unused, .date, .timeOfDay, .whose: break
            case .time:
                let time = try time(fields[column])
                (line.microseconds, line.again) = (time.microseconds, time.again)
            case .meter(let index):
                powers[index] = try power(fields[column], scale: scales[index])
                if powers[index].isNaN { line.empty += 1 }
            case .issues: line.hasIssues = try isMarked(fields[column])
            }
        }
        if let date, let timeOfDay {
            // A date may have a midnight behind it.
            let day = Self.trimmed(fields[date]).prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "T") }
            let text = Array(day) + [UInt8(ascii: " ")] + Array(Self.trimmed(fields[timeOfDay])) + [0]
            let time = try text.withUnsafeBufferPointer { text throws(ReadingLine.Problem) in
                try self.time(UnsafeBufferPointer(rebasing: text.dropLast()))
            }
            (line.microseconds, line.again) = (time.microseconds, time.again)
        }
        return line
    }

    private mutating func time(_ field: UnsafeBufferPointer<UInt8>) throws(ReadingLine.Problem) -> Time {
        switch form {
        case .unix(let perSecond):
            if perSecond == 1, var cursor = field.baseAddress,
                let microseconds = Digits.microseconds(&cursor), cursor == field.baseAddress! + field.count
            {
                return Time(microseconds: microseconds)
            }
            return Time(microseconds: try unixTime(Self.text(field), perSecond: perSecond))
        case .clock(let order, _):
            guard let time = ClockTime(Self.trimmed(field), order: order) else { throw problem(field) }
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
        let text = Self.text(field)
        if ColumnSurvey.missing.contains(text.lowercased()) { return .nan }
        return try ReadingLine.power(decimal(text), expected: "a power") * scale
    }

    /// A number with a point before its fraction and nothing between its thousands.
    private mutating func decimal(_ text: String) throws(ReadingLine.Problem) -> String {
        let signs = [UInt8(ascii: "."), UInt8(ascii: ",")]
        guard NumberForms.isNumber(text.utf8) else { return text }
        var digits = text.utf8.filter { $0 != grouping }
        guard let place = digits.firstIndex(where: signs.contains) else {
            return String(decoding: digits, as: UTF8.self)
        }
        if mark == nil, digits.count - place == 4, (1...3).contains(place), digits[0] != UInt8(ascii: "0") {
            throw ReadingLine.Problem(
                expected: "a number whose sign before three digits is known to part a fraction or thousands",
                got: ReadingLine.quoted(text), advice: "say which it is with --csv-decimal point or comma")
        }
        mark = mark ?? digits[place]
        guard mark == digits[place] else {
            throw ReadingLine.Problem(
                expected: "a number with the decimal \(mark == UInt8(ascii: ".") ? "point" : "comma") of the others",
                got: ReadingLine.quoted(text), advice: "write all numbers one way, or say --csv-decimal")
        }
        digits[place] = UInt8(ascii: ".")
        return String(decoding: digits, as: UTF8.self)
    }

    /// Whether a line is marked as wrong.
    func isMarked(_ field: UnsafeBufferPointer<UInt8>) throws(ReadingLine.Problem) -> Bool {
        if field.count == 1 {
            if field[0] == UInt8(ascii: "0") { return false }
            if field[0] == UInt8(ascii: "1") { return true }
        }
        let text = Self.text(field)
        if ColumnSurvey.missing.contains(text.lowercased()) { return false }
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
        _ time: ClockTime, _ field: UnsafeBufferPointer<UInt8>
    ) throws(ReadingLine.Problem) -> Time {
        guard let moments = clock?.moments(at: time.clock), let zone = clock?.clock.zoneName else {
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

    static func text(_ field: UnsafeBufferPointer<UInt8>) -> String {
        String(decoding: trimmed(field), as: UTF8.self)
    }

    private static func trimmed(_ field: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        var field = field[...]
        let space = UInt8(ascii: " ")
        while field.first == space { field.removeFirst() }
        while field.last == space { field.removeLast() }
        return UnsafeBufferPointer(rebasing: field)
    }
}
