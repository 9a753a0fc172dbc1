/// How a table writes its numbers.
struct NumberForm: Equatable, Sendable {
    /// What parts a number's fraction; nil as long as none has one.
    var mark: UInt8?
    /// What stands between thousands; nil for nothing.
    var grouping: UInt8?

    static let plain = NumberForm(mark: UInt8(ascii: "."))
}

/// The forms that numbers were seen in, for the choice between a point that parts a fraction and one between thousands.
struct NumberForms: Equatable, Sendable {
    /// By sign, the point first, then the comma: numbers with the sign once before exactly three digits, as thousands are
    /// written; those that can only have it before a fraction; and those that can only have it between thousands.
    private var unclear = Counts()
    private var fractions = Counts()
    private var thousands = Counts()
    /// Numbers without any sign, and those of them from 1000.
    private var wholes = 0
    private var largeWholes = 0
    private var example: String?

    /// One of the point, one of the comma.
    private struct Counts: Equatable, Sendable {
        private var point = 0
        private var comma = 0

        subscript(sign: Int) -> Int {
            get { sign == 0 ? point : comma }
            set { if sign == 0 { point = newValue } else { comma = newValue } }
        }
    }

    private static let signs = [UInt8(ascii: "."), UInt8(ascii: ",")]

    /// Whether bytes are digits with points and commas between them, behind a sign.
    static func isNumber(_ text: some Collection<UInt8>) -> Bool {
        let digits = text.first == UInt8(ascii: "-") || text.first == UInt8(ascii: "+") ? text.dropFirst() : text[...]
        guard let first = digits.first, first &- UInt8(ascii: "0") <= 9 else { return false }
        return digits.allSatisfy { $0 &- UInt8(ascii: "0") <= 9 || signs.contains($0) }
    }

    /// Adds a number such as `-159` or `252.5`, without a look at what it can't have: most numbers are so.
    @inline(__always)
    mutating func addPlain(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        if text[0] == UInt8(ascii: "-") { start = 1 }
        var point = start
        while point < text.count, text[point] != UInt8(ascii: ".") { point += 1 }
        if point == text.count {
            wholes += 1
            if point - start > 3 { largeWholes += 1 }
        } else if text.count - point != 4 || point - start > 3 || text[start] == UInt8(ascii: "0") {
            fractions[0] += 1
        } else {
            unclear[0] += 1
            if example == nil { example = String(decoding: text, as: UTF8.self) }
        }
    }

    /// Adds a number in any form.
    mutating func add(_ text: some Collection<UInt8>) {
        let digits = text.first == UInt8(ascii: "-") || text.first == UInt8(ascii: "+") ? text.dropFirst() : text[...]
        let parts = digits.split(omittingEmptySubsequences: false) { Self.signs.contains($0) }
        let found = digits.filter { Self.signs.contains($0) }
        guard let last = found.last, let sign = Self.signs.firstIndex(of: last) else {
            wholes += 1
            if digits.count > 3 { largeWholes += 1 }
            return
        }
        let isGrouped = (1...3).contains(parts[0].count) && parts[0].first != UInt8(ascii: "0")
        if found.count == 1 {
            if isGrouped, parts[1].count == 3 {
                unclear[sign] += 1
                if example == nil { example = String(decoding: text, as: UTF8.self) }
            } else {
                fractions[sign] += 1
            }
        } else if found.allSatisfy({ $0 == last }) {
            thousands[sign] += 1
        } else {
            fractions[sign] += 1
            thousands[1 - sign] += 1
        }
    }

    mutating func add(_ other: NumberForms) {
        for sign in 0..<2 {
            unclear[sign] += other.unclear[sign]
            fractions[sign] += other.fractions[sign]
            thousands[sign] += other.thousands[sign]
        }
        wholes += other.wholes
        largeWholes += other.largeWholes
        example = example ?? other.example
    }

    /// The form of all; the failure is a number that may mean two powers, a thousandfold apart.
    func form(decimal: CSVOptions.Decimal?) -> Result<NumberForm, Unclear> {
        if let decimal {
            let mark = decimal == .point ? 0 : 1
            return .success(NumberForm(mark: Self.signs[mark], grouping: Self.signs[1 - mark]))
        }
        for sign in 0..<2 where thousands[sign] > 0 {
            return .success(NumberForm(mark: Self.signs[1 - sign], grouping: Self.signs[sign]))
        }
        for sign in 0..<2 where fractions[sign] > 0 {
            // Where the other sign is seen before three digits only, it can't part a fraction too.
            let isGrouping = unclear[1 - sign] > 0 && fractions[1 - sign] == 0
            return .success(NumberForm(mark: Self.signs[sign], grouping: isGrouping ? Self.signs[1 - sign] : nil))
        }
        for sign in 0..<2 where unclear[sign] > 0 {
            // Watts with three digits behind a point in every number are a fraction; where some have none and none is
            // written without a sign from 1000 on, it may be either.
            guard wholes == 0 || largeWholes > 0 else { return .failure(Unclear(number: example ?? "")) }
            return .success(NumberForm(mark: Self.signs[sign]))
        }
        return .success(NumberForm(mark: nil))
    }

    struct Unclear: Error, Equatable {
        var number: String
    }
}
