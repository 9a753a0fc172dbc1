import Testing

@testable import Support

struct TextTests {
    @Test func `A gap is said in the language around it`() {
        let kettle = Text("kettle", es: "hervidor")
        let text = Text("\(3) windows of the \(kettle)", es: "\(3) ventanas del \(kettle)")
        #expect(text.english == "3 windows of the kettle")
        #expect(text.spanish == "3 ventanas del hervidor")
        #expect(Language.spanish.spoken { text.localised } == text.spanish)
        #expect(text.localised == text.english)
    }

    @Test(arguments: [
        ("12.5", "12,5"), ("−0.25", "−0,25"), ("+1.0", "+1,0"), ("1.2.3", "1.2.3"), ("a.csv", "a.csv"), ("7", "7"),
    ])
    func `A number has the decimal mark of its language, and a name stays`(_ word: String, _ spanish: String) {
        #expect(Text(verbatim: word).english == word)
        #expect(Text(verbatim: word).spanish == spanish)
        #expect(Text("\(word) W", es: "\(word) W").spanish == "\(spanish) W")
    }

    @Test func `A list ends with its language's word`() {
        let names = ["a", "b", "c"].map(Text.init(verbatim:))
        #expect(Text.list(names).english == "a, b and c")
        #expect(Text.list(names).spanish == "a, b y c")
        #expect(Text.list([names[0]]).spanish == "a")
        #expect(Text.list([]).isEmpty)
    }
}
