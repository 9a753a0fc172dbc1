import Support

/// The head that every figure has: a heading and lines below it, and where the plots begin.
struct PageLayout {
    static let width = 760.0
    static let margin = 16.0
    private static let heading = TextStyle(size: 13, bold: true)
    static let note = TextStyle(size: 9.5, role: .axis)
    private static let mostHeadingLines = 2
    private static let mostNoteLines = 3

    let marks: [any Mark]
    /// Points from the top to where the next thing may begin.
    let bottom: Double

    /// Longer texts are broken into lines, and end in an ellipsis after a few.
    init(title: Text, notes: [Text], width: Double = PageLayout.width) {
        let room = width - 2 * Self.margin
        var marks: [any Mark] = []
        var y = Self.margin
        func add(_ lines: [String], _ style: TextStyle, most: Int, lineHeight: Double) {
            for (index, line) in lines.prefix(most).enumerated() {
                y += lineHeight
                let isCut = index == most - 1 && lines.count > most
                marks.append(
                    Label(
                        Text(verbatim: isCut ? line + " …" : line), at: Point(x: Self.margin, y: y), style, width: room)
                )
            }
        }
        let heading = TextMetrics.balancedLines(title.localised.printable, Self.heading, width: room)
        add(heading, Self.heading, most: Self.mostHeadingLines, lineHeight: 15)
        y += 2
        for note in notes {
            let lines = TextMetrics.lines(note.localised.printable, Self.note, width: room)
            add(lines, Self.note, most: Self.mostNoteLines, lineHeight: 13)
        }
        self.marks = marks
        bottom = y + 12
    }
}
