import Support
import Testing

@testable import Datasets

@Suite("The fast way through times") struct DigitsTimeTests {
    private func microseconds(_ text: String) -> Int? {
        let bytes = Array(text.utf8) + Array(repeating: 0, count: Digits.readAhead)
        return bytes.withUnsafeBufferPointer { buffer in
            var cursor = buffer.baseAddress!
            return Digits.microseconds(&cursor)
        }
    }

    @Test(
        "times are exact to the microsecond",
        arguments: [
            ("1424734800", 1_424_734_800_000_000), ("1424734800.5", 1_424_734_800_500_000),
            ("0", 0), ("1424734800.000001", 1_424_734_800_000_001), ("4102444799.999999", 4_102_444_799_999_999),
        ])
    func times(text: String, expected: Int) {
        #expect(microseconds(text + " ") == expected)
    }

    @Test(
        "times in other forms are left to the careful way",
        arguments: ["4102444800", "1424734800.", "1424734800.1234567", "14247348000"])
    func otherTimes(text: String) {
        #expect(microseconds(text + " ") == nil)
    }
}
