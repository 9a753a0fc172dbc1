import Support

/// The colour bar that all figures of attention have.
enum AttentionColorBar {
    /// Points that it takes to the right of the maps.
    static let room = 106.0
    private static let (barGap, width, mostHeight) = (24.0, 12.0, 220.0)

    /// Beside maps that lie in `area`.
    static func mark(beside area: Rect) -> ColorBar {
        ColorBar(
            in: Rect(
                x: area.maxX + barGap, y: area.y, width: width, height: min(area.height, mostHeight)),
            scale: LiftScale(), title: Text("times even attention", es: "veces la atención uniforme"))
    }

    /// What the colours mean, for the head of a figure.
    static func note(_ range: LiftRange) -> Text {
        Text(
            "Colour: the weight, in multiples of even attention to all keys within reach; \(range.clippingNote)",
            es:
                "Color: el peso, en veces la atención uniforme a todas las claves alcanzables; \(range.clippingNote)"
        )
    }
}
