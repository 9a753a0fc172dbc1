import Support
import Testing

@testable import Pages

@Suite("Amounts as text") struct AmountTextTests {
    @Test(
        "digits are grouped from five on",
        arguments: [
            (0, "0"), (9999, "9999"), (10_000, "10 000"), (1_187_457, "1 187 457"), (-12_345, "−12 345"),
            (Int.min, "−9 223 372 036 854 775 808"),
        ]) func count(value: Int, text: String)
    {
        #expect(AmountText.count(value) == text.replacing(" ", with: "\u{202F}"))
    }

    @Test(
        "durations have their two largest units",
        arguments: [
            (0, "0 s"), (59, "59 s"), (60, "1 min"), (250, "4 min 10 s"), (3600, "1 h"), (3659, "1 h"),
            (12_000, "3 h 20 min"), (187_200, "2 d 4 h"),
        ]) func duration(seconds: Int, text: String)
    {
        #expect(AmountText.duration(seconds: seconds) == text.replacing(" ", with: "\u{A0}"))
    }

    @Test("bytes have binary units", arguments: [(0, "0 bytes"), (1023, "1023 bytes"), (268_435_456, "256 MiB")])
    func bytes(value: Int, text: String) {
        #expect(AmountText.bytes(value).english == text)
    }
}
