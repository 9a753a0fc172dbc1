import Support

/// The colour bar that all figures of attention have.
enum AttentionColorBar {
    /// Points that it takes to the right of the maps.
    static let room = 132.0
    private static let (referenceRoom, width, mostHeight) = (58.0, 12.0, 220.0)

    /// Beside maps that lie in `area`.
    static func mark(beside area: Rect, _ range: LiftRange) -> ColorBar {
        ColorBar(
            in: Rect(
                x: area.maxX + referenceRoom, y: area.y, width: width, height: min(area.height, mostHeight)),
            range: range.range, title: Text("log2(weight × n)", es: "log2(peso × n)"),
            reference: .init(0, Text("uniform", es: "uniforme")))
    }

    /// What the colours mean, for the head of a figure.
    static func note(_ range: LiftRange) -> Text {
        Text(
            "Colour: log2(weight × n) for n keys: 0 is uniform attention, +3 is 8 times that; \(range.clippingNote)",
            es: "Color: log2(peso × n) para n claves: 0 es atención uniforme, +3 es 8 veces eso; \(range.clippingNote)")
    }
}
