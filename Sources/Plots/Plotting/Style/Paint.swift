/// A colour with a meaning, which a page may change, or a colour that is data and stays.
package enum Paint: Equatable, Sendable {
    case role(Role)
    case color(Color)

    /// The colour on white.
    package var light: Color {
        switch self {
        case .role(let role): role.light
        case .color(let color): color
        }
    }
}

/// An opaque sRGB colour.
package struct Color: Equatable, Hashable, Sendable {
    package var red: UInt8
    package var green: UInt8
    package var blue: UInt8

    /// From 0xRRGGBB.
    package init(_ hex: UInt32) {
        red = UInt8(hex >> 16 & 0xff)
        green = UInt8(hex >> 8 & 0xff)
        blue = UInt8(hex & 0xff)
    }

    /// `#rrggbb`, as SVG and CSS write it.
    package var hex: String {
        let digits = Array("0123456789abcdef")
        return "#" + [red, green, blue].map { String([digits[Int($0 >> 4)], digits[Int($0 & 15)]]) }.joined()
    }
}

/// How an area is filled.
package struct Fill: Equatable, Sendable {
    package var paint: Paint
    /// 0 (nothing) to 1 (solid).
    package var opacity: Double

    package init(_ paint: Paint, opacity: Double = 1) {
        self.paint = paint
        self.opacity = opacity
    }

    package init(_ role: Role, opacity: Double = 1) { self.init(.role(role), opacity: opacity) }
}

/// How a line is drawn.
package struct Stroke: Equatable, Sendable {
    package var paint: Paint
    /// Points.
    package var width: Double
    /// Lengths of dashes and gaps in points, by turns; empty for a solid line.
    package var dash: [Double]

    package init(_ paint: Paint, width: Double, dash: [Double] = []) {
        self.paint = paint
        self.width = width
        self.dash = dash
    }

    package init(_ role: Role, width: Double = 1.25, dash: [Double] = []) {
        self.init(.role(role), width: width, dash: dash)
    }
}

/// How a text is drawn.
package struct TextStyle: Equatable, Sendable {
    /// Which part of the text lies at its point.
    package enum Anchor: String, Sendable { case start, middle, end }

    /// Points.
    package var size: Double
    package var bold: Bool
    package var anchor: Anchor
    package var role: Role
    /// Reads from the bottom up, as the title of a vertical axis does.
    package var upwards: Bool

    package init(
        size: Double = 10, bold: Bool = false, anchor: Anchor = .start, role: Role = .text, upwards: Bool = false
    ) {
        self.size = size
        self.bold = bold
        self.anchor = anchor
        self.role = role
        self.upwards = upwards
    }

    /// How far below its middle a line of digits or capitals has its baseline, points.
    package var middleToBaseline: Double { 0.36 * size }
}
