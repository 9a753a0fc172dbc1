/// What a colour is for. A page may give each role another colour (a dark theme); canvases on paper use `light`.
package enum Role: Hashable, Sendable {
    /// The ground a figure is drawn on.
    case paper
    /// Titles and labels.
    case text
    /// Axis lines and tick marks.
    case axis
    /// Grid lines.
    case grid
    /// A quantity in the background of a comparison.
    case context
    /// One of the things compared, from 0; six differ, later ones start over.
    case series(Int)

    /// Every role that differs.
    package static let all: [Role] = [.paper, .text, .axis, .grid, .context] + (0..<6).map { .series($0) }

    /// On white. Series are Okabe and Ito's colours (https://jfly.uni-koeln.de/color/) without their yellow, which
    /// a thin line on white hardly shows.
    package var light: Color {
        switch self {
        case .paper: Color(0xffffff)
        case .text: Color(0x1b1f24)
        case .axis: Color(0x57606a)
        case .grid: Color(0xe3e6ea)
        case .context: Color(0x767e87)
        case .series(let index):
            [
                Color(0x0072b2), Color(0xd55e00), Color(0x009e73), Color(0xcc79a7), Color(0xe69f00), Color(0x56b4e9),
            ][index % 6]
        }
    }

    /// On a dark page: the same hues, light enough to be told from it.
    package var dark: Color {
        switch self {
        case .paper: Color(0x14181d)
        case .text: Color(0xe6e9ed)
        case .axis: Color(0xa3acb6)
        case .grid: Color(0x2c333b)
        case .context: Color(0x98a2ad)
        case .series(let index):
            [
                Color(0x4fb0ea), Color(0xff8f45), Color(0x2cc79a), Color(0xe5a3c7), Color(0xf2b83d), Color(0x9bd3f7),
            ][index % 6]
        }
    }

    /// The part of a class name that names the role.
    package var name: String {
        switch self {
        case .paper: "paper"
        case .text: "text"
        case .axis: "axis"
        case .grid: "grid"
        case .context: "context"
        case .series(let index): "series-\(index % 6 + 1)"
        }
    }

    /// The class of SVG elements filled with the role's colour.
    package var fillClass: String { "fill-" + name }

    /// The class of SVG elements stroked with the role's colour.
    package var strokeClass: String { "stroke-" + name }
}
