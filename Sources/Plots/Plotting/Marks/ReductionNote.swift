import Support

/// Says on the figure how its heat maps were reduced, where the canvas takes fewer cells than they have.
package struct ReductionNote: Mark {
    package var maps: [HeatMap]
    /// Points; the first line's baseline.
    package var point: Point
    package var style: TextStyle
    /// Points of a line; what is longer is cut.
    package var width: Double

    package init(of maps: [HeatMap], at point: Point, _ style: TextStyle, width: Double) {
        self.maps = maps
        self.point = point
        self.style = style
        self.width = width
    }

    package func draw(on canvas: any Canvas) {
        var statements: [Text] = []
        for statement in maps.compactMap({ $0.reductionStatement(canvas.cellLimits) })
        where !statements.contains(statement) { statements.append(statement) }
        guard !statements.isEmpty else { return }
        let maps = statements.joined(separator: ", ")
        let text = Text("Maps of \(maps)", es: "Mapas de \(maps)").localised
        canvas.text(TextMetrics.fitted(text, style, width: width), at: point, style)
    }
}
