import Support

/// Writes SVG that can stand inside an HTML page under a strict content security policy, or in a file.
///
/// Paint is in presentation attributes, which a policy that forbids inline styles leaves alone, beside classes
/// (`fill-text`, `stroke-series-1`) by which a style sheet recolours it; text stays text. All coordinates are whole
/// multiples of 1 / ``precision`` points.
package final class SVGCanvas: Canvas {
    /// Units of the view box to a point: a tenth of a CSS pixel is finer than a screen shows.
    package static let precision = 10.0

    package let cellLimits: CellLimits
    private let idPrefix: String
    /// Elements, one after the other.
    private var body: [String] = []
    /// The attributes of the path that ends ``body``, if the next one may go on in it.
    private var openPath: String?
    /// The heat maps outside of groups: they stand where the first of them does, under what is drawn after it.
    private var sheets: (place: Int, content: [SVGCellSheet])?
    private var definitions = ""
    private var clips = 0
    private var openGroups = 0

    private init(idPrefix: String, cellLimits: CellLimits) {
        self.idPrefix = idPrefix
        self.cellLimits = cellLimits
    }

    /// What suits a page of many figures.
    package static let pageLimits = CellLimits(mostPerSide: 64, leastPoints: 3, levels: ColorMap.count)

    /// The drawing of a scene.
    ///
    /// `idPrefix`, ASCII letters, digits and hyphens beginning with a letter, must be unique within the page.
    package static func svg(
        _ scene: Scene, idPrefix: String,
        cellLimits: CellLimits = pageLimits
    ) -> String {
        precondition(
            idPrefix.first?.isLetter == true
                && idPrefix.utf8.allSatisfy { Character(Unicode.Scalar($0)).isIDCharacter },
            "an id needs ASCII letters, digits and hyphens, got \"\(idPrefix)\"")
        let canvas = SVGCanvas(idPrefix: idPrefix, cellLimits: cellLimits)
        scene.draw(on: canvas)
        canvas.writeSheets()
        precondition(canvas.openGroups == 0, "\(canvas.openGroups) groups were not ended")
        let width = SVGPath.unit(scene.size.width)
        let height = SVGPath.unit(scene.size.height)
        let size = "width=\"\(SVGPath.decimal(scene.size.width))\" height=\"\(SVGPath.decimal(scene.size.height))\""
        return """
            <svg xmlns="http://www.w3.org/2000/svg" class="plot" viewBox="0 0 \(width) \(height)" \(size) role="img" \
            aria-labelledby="\(idPrefix)-title \(idPrefix)-desc" font-family="system-ui, DejaVu Sans, sans-serif">
            <title id="\(idPrefix)-title">\(escape(scene.title.localised))</title>
            <desc id="\(idPrefix)-desc">\(escape(scene.description.localised))</desc>
            \(canvas.definitions.isEmpty ? "" : "<defs>\(canvas.definitions)</defs>\n")\(canvas.body.joined())</svg>
            """
    }

    package func begin(_ group: GroupStyle) {
        openGroups += 1
        var clip = ""
        if let rect = group.clip {
            clips += 1
            let id = "\(idPrefix)-clip-\(clips)"
            let path = SVGPath.polygons([rect.corners])
            definitions += "<clipPath id=\"\(id)\"><path d=\"\(path)\"/></clipPath>"
            clip = " clip-path=\"url(#\(id))\""
        }
        write("<g class=\"\(Self.escape(group.name))\"\(clip)>\n")
    }

    package func end() {
        openGroups -= 1
        write("</g>\n")
    }

    private func write(_ element: String) {
        body.append(element)
        openPath = nil
    }

    private static let pathEnd = "\"/>\n"

    package func stroke(_ lines: [[Point]], _ stroke: Stroke) {
        let path = SVGPath.lines(lines)
        guard !path.isEmpty else { return }
        var attributes = "stroke=\"\(stroke.paint.light.hex)\" stroke-width=\"\(SVGPath.unit(stroke.width))\""
        if stroke.dash.isEmpty {
            attributes += " stroke-linecap=\"round\" stroke-linejoin=\"round\""
        } else {
            let dash = stroke.dash.map { String(SVGPath.unit($0)) }.joined(separator: " ")
            attributes += " stroke-dasharray=\"\(dash)\" stroke-linejoin=\"round\""
        }
        if case .role(let role) = stroke.paint { attributes = "class=\"\(role.strokeClass)\" " + attributes }
        // Opaque lines of one look may be one path. Within a group each is a mark of its own, which scripts count.
        if openPath == attributes {
            body[body.count - 1].removeLast(Self.pathEnd.count)
            body[body.count - 1] += path + Self.pathEnd
        } else {
            write("<path \(attributes) fill=\"none\" d=\"\(path)" + Self.pathEnd)
            if openGroups == 0 { openPath = attributes }
        }
    }

    package func fill(_ polygons: [[Point]], _ fill: Fill) {
        let path = SVGPath.polygons(polygons)
        guard !path.isEmpty else { return }
        var attributes = "fill=\"\(fill.paint.light.hex)\""
        if case .role(let role) = fill.paint { attributes = "class=\"\(role.fillClass)\" " + attributes }
        if fill.opacity < 1 { attributes += " fill-opacity=\"\(SVGPath.decimal(fill.opacity))\"" }
        write("<path \(attributes) d=\"\(path)" + Self.pathEnd)
    }

    package func text(_ text: String, at point: Point, _ style: TextStyle) {
        let (x, y) = (SVGPath.unit(point.x), SVGPath.unit(point.y))
        var attributes = "class=\"\(style.role.fillClass)\" fill=\"\(style.role.light.hex)\" x=\"\(x)\" y=\"\(y)\""
        attributes += " font-size=\"\(SVGPath.unit(style.size))\""
        if style.anchor != .start { attributes += " text-anchor=\"\(style.anchor.rawValue)\"" }
        if style.bold { attributes += " font-weight=\"bold\"" }
        if style.upwards { attributes += " transform=\"rotate(-90 \(x) \(y))\"" }
        write("<text \(attributes)>\(Self.escape(text))</text>\n")
    }

    package func cells(_ grid: CellGrid, in rect: Rect) {
        guard openGroups == 0 else { return write(SVGCellSheet(grid, in: rect).svg) }
        let place = sheets?.place ?? body.count
        var content = sheets?.content ?? []
        if sheets == nil { write("") }
        let isAdded = content.indices.contains { content[$0].add(grid, in: rect) }
        if !isAdded { content.append(SVGCellSheet(grid, in: rect)) }
        sheets = (place, content)
    }

    private func writeSheets() {
        guard let sheets else { return }
        body[sheets.place] = sheets.content.map(\.svg).joined()
    }

    /// The text as XML character data or an attribute's value.
    static func escape(_ text: String) -> String { Escaping.xml.escape(text) }
}

extension Character {
    fileprivate var isIDCharacter: Bool { isASCII && (isLetter || isNumber || self == "-") }
}
