import Support

/// What stands in one column of a table's first lines.
struct ColumnSurvey: Sendable {
    /// What stands where there is no reading, in lower case.
    static let missing: Set = [
        "", "nan", "na", "n/a", "<na>", "null", "none", "?", "-", "--", "---", "–", "unavailable", "unknown", "#n/a",
        "#value!", "no data", "missing", "offline", "error", "no ct", "\\n",
    ]
    /// Texts of a column beyond which they are not told apart any more.
    private static let mostTexts = 1000

    /// Fields that say something, and those of them that are decimal numbers.
    private(set) var filled = 0
    private(set) var numbers = 0
    /// Of the numbers, with a point as mark.
    private(set) var minimum = Double.infinity
    private(set) var maximum = -Double.infinity
    private(set) var first: Double?
    private(set) var last: Double?
    /// Numbers that are more, less, and the same as the one before.
    private(set) var rises = 0
    private(set) var falls = 0
    private(set) var repeats = 0
    /// The least and the greatest step up.
    private var leastRise = Double.infinity
    private var greatestRise = 0.0
    private(set) var forms = NumberForms()
    /// Fields that are a whole time, by the order of their date; a date alone; a time of day alone.
    private(set) var clocks: [DateOrder: Int] = [:]
    private(set) var dates: [DateOrder: Int] = [:]
    private(set) var timesOfDay = 0
    /// Fields that are the same as the one before.
    private(set) var sameTexts = 0
    /// The days that dates name one after the other, by order, without repetition; at most some.
    private var days: [DateOrder: [Int]] = [:]
    /// The texts of its fields but for times, the first ``mostTexts``. Numbers stand as written; of them there are at most
    /// ``mostValues`` or none.
    private(set) var texts: Set<String> = []
    private static let mostValues = 64
    private var hasManyValues = false
    /// Whether all of its numbers are whole.
    private var isWhole = true
    /// Whole times that are midnight.
    private var midnights = 0
    private var lastText: [UInt8] = []

    /// Adds a field; a byte that belongs to no number follows it.
    mutating func add(_ field: UnsafeBufferPointer<UInt8>) {
        guard let start = field.baseAddress, field.count > 0 else { return }
        var cursor = start
        if let value = Digits.decimal(&cursor), cursor == start + field.count {
            filled += 1
            keep(value, field)
            add(value)
            forms.addPlain(field)
            return
        }
        var trimmed = field[...]
        while trimmed.first == UInt8(ascii: " ") || trimmed.first == UInt8(ascii: "\t") { trimmed.removeFirst() }
        while trimmed.last == UInt8(ascii: " ") || trimmed.last == UInt8(ascii: "\t") { trimmed.removeLast() }
        let text = UnsafeBufferPointer(rebasing: trimmed)
        let string = String(decoding: text, as: UTF8.self)
        if text.count <= 12, Self.missing.contains(string.lowercased()) { return }
        filled += 1
        if NumberForms.isNumber(text) {
            forms.add(text)
            // With the point as mark: what is known of the size is good enough for a time or a register.
            if let value = Double(string.replacing(",", with: ".")) ?? Double(string.filter(\.isNumber)) { add(value) }
            return
        }
        if let value = Double(string), value.isFinite {
            add(value)
            return
        }
        if text.elementsEqual(lastText) { sameTexts += 1 }
        lastText = Array(text)
        guard !isTime(text) else { return }
        if texts.count < Self.mostTexts { texts.insert(string) }
    }

    /// Keeps how a number is written, as long as there are few of them.
    @inline(__always)
    private mutating func keep(_ value: Double, _ field: UnsafeBufferPointer<UInt8>) {
        if value != value.rounded() { isWhole = false }
        guard !hasManyValues, value != last else { return }
        texts.insert(String(decoding: field, as: UTF8.self))
        guard texts.count > Self.mostValues else { return }
        hasManyValues = true
        texts = []
    }

    /// Counts a time; false if it is none.
    private mutating func isTime(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = text.first, first &- UInt8(ascii: "0") <= 9 else { return false }
        var isTime = false
        for order in DateOrder.allCases {
            if let time = ClockTime(text, order: order) {
                clocks[order, default: 0] += 1
                if !isTime, time.clock % 86400 == 0, time.microseconds == 0 { midnights += 1 }
                isTime = true
                let space = text.firstIndex { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "T") } ?? text.count
                note(ClockTime.day(UnsafeBufferPointer(rebasing: text[..<space]), order: order), order)
            } else if let day = ClockTime.day(text, order: order) {
                dates[order, default: 0] += 1
                isTime = true
                note(day, order)
            }
        }
        if !isTime, ClockTime.isTimeOfDay(text) {
            timesOfDay += 1
            isTime = true
        }
        return isTime
    }

    private mutating func note(_ day: Int?, _ order: DateOrder) {
        guard let day, days[order]?.last != day, days[order, default: []].count < 100 else { return }
        days[order, default: []].append(day)
    }

    private mutating func add(_ value: Double) {
        numbers += 1
        minimum = min(minimum, value)
        maximum = max(maximum, value)
        if first == nil { first = value }
        if let last {
            if value > last {
                rises += 1
                leastRise = min(leastRise, value - last)
                greatestRise = max(greatestRise, value - last)
            } else if value < last {
                falls += 1
            } else {
                repeats += 1
            }
        }
        last = value
    }

    /// Whether most of its fields are numbers.
    var isNumeric: Bool { numbers > 0 && numbers * 2 >= filled }

    /// Whether its numbers, from a hundred on, rise again and again by this and by that and hardly ever fall, as an energy
    /// register's do: it falls when it is set back, which takes many rises each time.
    var onlyRises: Bool {
        isNumeric && numbers >= 100 && (repeats > 0 || greatestRise > 1.5 * leastRise)
            && (falls == 0 ? rises >= 5 : rises >= 20 && falls * 10 <= rises)
    }

    /// Whether its energies are a register's: they rise many times for each time that they fall, or stay as they are.
    /// Energies of intervals fall about as often as they rise.
    var isRegister: Bool { falls * 4 <= rises }

    /// How often it changes from line to line.
    private var changes: Int { isNumeric ? rises + falls : filled - 1 - sameTexts }

    /// Whether few texts or whole numbers come again and again and change all the time, as names of meters do whose lines
    /// follow one another.
    var alternates: Bool {
        filled >= 10 && texts.count > 1 && filled >= 3 * texts.count && changes * 10 >= filled * 3
            && (!isNumeric || isWhole)
    }

    /// Whether it changes from nearly each line to the next.
    var changesAlways: Bool { changes * 10 >= filled * 9 }

    /// The orders in which most of `counted` fields are dates, and as many as in any other.
    private func orders(_ counted: [DateOrder: Int]) -> [DateOrder] {
        let most = counted.values.max() ?? 0
        if most == 0 || most * 2 < filled { return [] }
        // A year of four digits in front is no day and no month.
        if counted[.yearMonthDay] == most { return [.yearMonthDay] }
        return DateOrder.allCases.filter { counted[$0] == most }
    }

    /// The orders in which it reads as times, and as dates alone.
    var clockOrders: [DateOrder] { orders(clocks) }
    var dateOrders: [DateOrder] { isMidnight ? clockOrders : orders(dates) }
    /// Whether all of its times are midnights: dates, as some programs write them.
    var isMidnight: Bool { midnights > 1 && midnights * 10 >= filled * 9 }
    var isTimeOfDay: Bool { filled > 0 && timesOfDay * 2 >= filled }

    /// The one of several orders that the dates tell: in it each day follows the one before, and in no other.
    func order(among orders: [DateOrder]) -> DateOrder? {
        if orders.count == 1 { return orders[0] }
        let fitting = orders.filter { order in
            let days = days[order] ?? []
            return days.count > 1 && zip(days, days.dropFirst()).allSatisfy { $1 - $0 == 1 }
        }
        return fitting.count == 1 ? fitting[0] : nil
    }
}
