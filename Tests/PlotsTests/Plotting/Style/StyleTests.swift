import Support
import Testing

@testable import Plots

@Suite("Colours and text")
struct StyleTests {
    @Test(
        "the colours of maps grow lighter to the neutral middle and darker beyond it; on a dark ground the other way round"
    )
    func diverging() {
        func lightness(_ colors: [Color]) -> [Double] {
            colors.map { 0.2126 * Double($0.red) + 0.7152 * Double($0.green) + 0.0722 * Double($0.blue) }
        }
        #expect(ColorMap.light.count == 13 && ColorMap.dark.count == 13)
        let (light, dark) = (lightness(ColorMap.light), lightness(ColorMap.dark))
        #expect(
            zip(light[0...6], light[1...6]).allSatisfy { $0 < $1 }
                && zip(light[6...], light[7...]).allSatisfy { $0 > $1 })
        #expect(
            zip(dark[0...6], dark[1...6]).allSatisfy { $0 > $1 } && zip(dark[6...], dark[7...]).allSatisfy { $0 < $1 })
    }

    @Test("as many steps as there are colours are the colours; more are between them, each of its own")
    func steps() {
        #expect(ColorMap.steps(ColorMap.count) == ColorMap.light)
        let fine = ColorMap.steps(255)
        #expect(Set(fine).count > 200 && fine[127] == ColorMap.light[6])
        #expect(fine.first == ColorMap.light.first && fine.last == ColorMap.light.last)
    }

    @Test("no two roles share a class")
    func roles() { #expect(Set(Role.all.map(\.name)).count == Role.all.count) }

    @Test("a text is cut to its room and says so")
    func fitted() {
        let style = TextStyle(size: 10)
        let text = "a very long appliance name that no one would type"
        let cut = TextMetrics.fitted(text, style, width: 80)
        #expect(cut.hasSuffix("…") && TextMetrics.width(of: cut, style) <= 80)
        #expect(TextMetrics.fitted("kettle", style, width: 80) == "kettle")
    }

    @Test("lines break at spaces and none is too wide")
    func lines() {
        let style = TextStyle(size: 10)
        let lines = TextMetrics.lines("one two three four five six seven", style, width: 60)
        #expect(lines.joined(separator: " ") == "one two three four five six seven")
        #expect(lines.allSatisfy { TextMetrics.width(of: $0, style) <= 60 })
    }

    @Test("control characters and marks that turn text round are shown, not obeyed")
    func printable() {
        #expect("a\u{0}b\u{202e}c\n".printable == "a\u{fffd}b\u{fffd}c\u{fffd}")
        #expect("Kühlschrank 冰箱".printable == "Kühlschrank 冰箱")
    }
}
