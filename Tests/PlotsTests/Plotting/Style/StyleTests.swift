import Support
import Testing

@testable import Plots

@Suite("Colours and text")
struct StyleTests {
    @Test("viridis runs from its dark violet to its yellow and grows lighter at each step")
    func viridis() {
        #expect(ColorMap.viridis.count == 256)
        #expect(ColorMap.viridis.first?.hex == "#440154" && ColorMap.viridis.last?.hex == "#fde725")
        let lightness = ColorMap.viridis.map {
            0.2126 * Double($0.red) + 0.7152 * Double($0.green) + 0.0722 * Double($0.blue)
        }
        #expect(zip(lightness, lightness.dropFirst()).allSatisfy { $0 <= $1 + 0.5 })
        #expect(ColorMap.steps(24).count == 24 && Set(ColorMap.steps(24)).count == 24)
    }

    @Test("no two roles share a class, and every role has a dark colour in the style sheet")
    func roles() {
        #expect(Set(Role.all.map(\.name)).count == Role.all.count)
        for role in Role.all {
            #expect(Role.darkStyleSheet.contains(".plot .\(role.fillClass){fill:\(role.dark.hex)}"))
        }
    }

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
