import Plots
import Support

/// Sets texts and figures one below the other on pages of A4, and begins a new page where one is full.
struct PageSetter {
    /// Units across a page, in which a figure and its text keep the sizes that they have elsewhere.
    static let width = 828.0
    static let margin = 34.0
    /// Points of paper to a unit: A4 is 210 mm by 297 mm.
    static let scale = 210 / 25.4 * 72 / width
    private static let height = width * 297 / 210
    /// At the foot of a page.
    private static let footRoom = 24.0
    /// Of a caption, below the texts of its figure.
    private static let indent = 16.0
    static var room: Double { width - 2 * margin }

    private var pages: [[any Mark]] = [[]]
    /// How much of the page is used.
    private var y = PageSetter.margin
    private var bottom: Double { Self.height - Self.margin - Self.footRoom }
    private var isAtTop: Bool { y == Self.margin }

    mutating func space(_ height: Double) { if !isAtTop { y += height } }

    mutating func breakPage() {
        guard !isAtTop else { return }
        pages.append([])
        y = Self.margin
    }

    /// A text in lines as wide as the page, in the reader's language.
    mutating func add(_ text: Text, _ style: TextStyle = TextStyle()) {
        let lines = TextMetrics.lines(text.localised.printable, style, width: Self.room)
        let lineHeight = 1.4 * style.size
        for line in lines {
            row(height: lineHeight) {
                [Label(Text(asItStands: line), at: Point(x: Self.margin, y: $0 + style.size), style)]
            }
        }
    }

    /// A figure and below it what it shows in words, both on one page; one too large for a page is scaled down.
    mutating func add(_ scene: Scene, caption: Text) {
        let style = TextStyle(size: 9.5, role: .axis)
        let lines = TextMetrics.lines(caption.localised.printable, style, width: Self.room - Self.indent)
        let textHeight = 13 * Double(lines.count) + 6
        let most = bottom - Self.margin - textHeight
        let scale = min(1, Self.room / scene.size.width, most / scene.size.height)
        let height = scale * scene.size.height
        row(height: height + textHeight) { top in
            [Inset(scene, at: Point(x: Self.margin, y: top), scale: scale)]
                + lines.enumerated().map { index, line in
                    Label(
                        Text(asItStands: line),
                        at: Point(x: Self.margin + Self.indent, y: top + height + 13 * Double(index) + 8), style)
                }
        }
    }

    /// Marks that take `height`, made for the place of their upper edge.
    mutating func row(height: Double, _ marks: (Double) -> [any Mark]) {
        if y + height > bottom { breakPage() }
        pages[pages.count - 1] += marks(y)
        y += height
    }

    /// The pages, each with `foot` and its number.
    func scenes(title: Text, description: Text, foot: String) -> [Scene] {
        let style = TextStyle(size: 8.5, role: .axis)
        let y = Self.height - Self.margin
        return pages.enumerated().map { index, marks in
            let end = TextStyle(size: 8.5, anchor: .end, role: .axis)
            let feet: [any Mark] = [
                Label(Text(asItStands: foot), at: Point(x: Self.margin, y: y), style, width: Self.room - 60),
                Label(Text(same: "\(index + 1) / \(pages.count)"), at: Point(x: Self.width - Self.margin, y: y), end),
            ]
            return Scene(
                size: Size(width: Self.width, height: Self.height), title: title, description: description,
                marks: marks + feet)
        }
    }
}
