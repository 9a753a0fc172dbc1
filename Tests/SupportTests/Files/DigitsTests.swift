import Testing

@testable import Support

@Suite("The fast way through numbers") struct DigitsTests {
    /// What `read` makes of a text, and how many of its bytes it takes.
    private func parse<Value>(
        _ text: String, _ read: (inout UnsafePointer<UInt8>) -> Value?
    ) -> (value: Value, taken: Int)? {
        let bytes = Array(text.utf8) + Array(repeating: 0, count: Digits.readAhead)
        return bytes.withUnsafeBufferPointer { buffer in
            var cursor = buffer.baseAddress!
            return read(&cursor).map { ($0, cursor - buffer.baseAddress!) }
        }
    }

    @Test("whole numbers of every length end at any byte that is no digit", arguments: 1...12)
    func integers(length: Int) {
        var random = SplitMix64(seed: UInt64(length))
        for byte in UInt8.min...UInt8.max where !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
            let digits = String((0..<length).map { _ in Character(String(random.integer(in: 0...9))) })
            let bytes = Array(digits.utf8) + [byte] + Array("12345678901".utf8)
            bytes.withUnsafeBufferPointer { buffer in
                var cursor = buffer.baseAddress!
                #expect(Digits.integer(&cursor, limit: length) == Int(digits))
                #expect(cursor == buffer.baseAddress! + length)
                cursor = buffer.baseAddress!
                #expect(Digits.integer(&cursor, limit: length - 1) == nil)
            }
        }
    }

    @Test("no digit is no number", arguments: ["", " 1", "-1", "/", ":", "x", "\u{FF}"])
    func none(text: String) {
        #expect(parse(text) { Digits.integer(&$0, limit: 9) } == nil)
    }

    @Test("decimals are rounded once, as Double reads them")
    func decimals() throws {
        var random = SplitMix64(seed: 9)
        for _ in 0..<5000 {
            let places = random.integer(in: 0...9)
            // 15 digits at most.
            let whole = random.integer(in: 0...random.integer(in: 0...(places > 6 ? 999_999 : 999_999_999)))
            let fraction = (0..<places).map { _ in String(random.integer(in: 0...9)) }.joined()
            let text = (random.integer(in: 0...1) == 0 ? "" : "-") + "\(whole)" + (places > 0 ? "." + fraction : "")
            let result = try #require(parse(text + ",") { Digits.decimal(&$0) })
            #expect(result.value == Double(text) && result.taken == text.utf8.count, "\(text)")
        }
    }

    @Test(
        "decimals of more digits than are exact are left to the careful way",
        arguments: ["9007199.254740993", "1.1234567890"])
    func tooManyDigits(text: String) {
        #expect(parse(text + " ") { Digits.decimal(&$0) } == nil)
    }

    @Test("another mark may part the fraction")
    func mark() {
        #expect(parse("2,5;") { Digits.decimal(&$0, mark: UInt8(ascii: ",")) }?.value == 2.5)
        #expect(parse("2,5;") { Digits.decimal(&$0) }?.taken == 1)
    }

    @Test("numbers with and without an exponent are rounded once, as Float reads them")
    func floats() throws {
        var random = SplitMix64(seed: 10)
        var taken = 0
        for _ in 0..<20000 {
            // Any Float, as the shortest text that gives it again, and longer texts that lie beside and between Floats.
            let value = Float(bitPattern: UInt32(truncatingIfNeeded: random.next()))
            guard value.isFinite else { continue }
            let near = Float(Double(value).nextUp) == value ? "\(value)" : "\(Double(value))"
            for text in ["\(value)", near, "\(random.integer(in: 0...99_999_999))e-\(random.integer(in: 0...25))"] {
                guard let result = parse(text + ",", { Digits.float(&$0) }) else { continue }
                taken += 1
                #expect(
                    result.value.bitPattern == Float(text)?.bitPattern && result.taken == text.utf8.count, "\(text)")
            }
        }
        #expect(taken > 15000)
    }

    @Test(
        "numbers in the middle between two Floats, too large ones and other forms are left to the careful way",
        arguments: ["16777217", "16777217.000000001", "1e23", "1e-23", "1e", "1e+", "e5", "1e-1234", "nan", "", "+1"])
    func carefulFloats(text: String) {
        #expect(parse(text + ",") { Digits.float(&$0) } == nil)
    }
}
