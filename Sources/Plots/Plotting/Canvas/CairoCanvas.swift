import CCairo
import Support

/// Draws with Cairo, for PNG and PDF files.
package final class CairoCanvas: Canvas {
    /// The font of figures on disk.
    package static let fontFamily = "DejaVu Sans"

    /// A PNG shows every cell that a pixel can.
    package let cellLimits = CellLimits(mostPerSide: 4096, leastPoints: 0.5, levels: 255)

    private let context: OpaquePointer

    /// Draws `scene` on a Cairo surface, `scale` device units to a point.
    ///
    /// Throws ``PlottingError/fontMissing(asked:found:)`` where the text would be set in another font: Cairo itself says
    /// nothing. The font file it did choose is asked for its family.
    static func draw(
        _ scene: Scene, on surface: OpaquePointer, scale: Double, fontFamily: String
    ) throws(PlottingError) {
        let context: OpaquePointer! = cairo_create(surface)
        defer { cairo_destroy(context) }
        try check(cairo_status(context))
        let options = cairo_font_options_create()
        defer { cairo_font_options_destroy(options) }
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        cairo_set_font_options(context, options)
        cairo_scale(context, scale, scale)
        for weight in [CAIRO_FONT_WEIGHT_BOLD, CAIRO_FONT_WEIGHT_NORMAL] {
            cairo_select_font_face(context, fontFamily, CAIRO_FONT_SLANT_NORMAL, weight)
            let found = family(of: context)
            guard found == fontFamily else { throw .fontMissing(asked: fontFamily, found: found) }
        }
        scene.draw(on: CairoCanvas(context: context, fontFamily: fontFamily))
        try check(cairo_status(context))
        cairo_surface_flush(surface)
        try check(cairo_surface_status(surface))
    }

    private let fontFamily: String

    private init(context: OpaquePointer, fontFamily: String) {
        self.context = context
        self.fontFamily = fontFamily
        cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
    }

    static func check(_ status: cairo_status_t) throws(PlottingError) {
        guard status == CAIRO_STATUS_SUCCESS else {
            throw .cairo(String(cString: cairo_status_to_string(status)))
        }
    }

    private static func family(of context: OpaquePointer) -> String {
        var name = [CChar](repeating: 0, count: 128)
        ccairo_font_family(context, &name, name.count)
        return name.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    }

    package func begin(_ group: GroupStyle) {
        cairo_save(context)
        guard let clip = group.clip else { return }
        cairo_rectangle(context, clip.x, clip.y, clip.width, clip.height)
        cairo_clip(context)
    }

    package func end() { cairo_restore(context) }

    package func stroke(_ lines: [[Point]], _ stroke: Stroke) {
        set(stroke.paint, opacity: 1)
        cairo_set_line_width(context, stroke.width)
        cairo_set_dash(context, stroke.dash, Int32(stroke.dash.count), 0)
        // Round caps would close the gaps of dashes; a solid line needs them to show a single point.
        cairo_set_line_cap(context, stroke.dash.isEmpty ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT)
        for line in lines {
            trace(line)
            if line.count == 1, let point = line.first { cairo_line_to(context, point.x, point.y) }
        }
        cairo_stroke(context)
    }

    package func fill(_ polygons: [[Point]], _ fill: Fill) {
        set(fill.paint, opacity: fill.opacity)
        for polygon in polygons {
            trace(polygon)
            cairo_close_path(context)
        }
        cairo_fill(context)
    }

    package func text(_ text: String, at point: Point, _ style: TextStyle) {
        cairo_select_font_face(
            context, fontFamily, CAIRO_FONT_SLANT_NORMAL,
            style.bold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL)
        cairo_set_font_size(context, style.size)
        let shown = text.printable
        var extents = cairo_text_extents_t()
        cairo_text_extents(context, shown, &extents)
        cairo_save(context)
        cairo_translate(context, point.x, point.y)
        if style.upwards { cairo_rotate(context, -Double.pi / 2) }
        switch style.anchor {
        case .start: cairo_move_to(context, 0, 0)
        case .middle: cairo_move_to(context, -extents.x_advance / 2, 0)
        case .end: cairo_move_to(context, -extents.x_advance, 0)
        }
        set(.role(style.role), opacity: 1)
        cairo_show_text(context, shown)
        cairo_restore(context)
    }

    /// Cells of a file of vectors are rectangles from this many points a side; the edges of smaller ones show nowhere,
    /// and an image of them is smaller and sooner drawn.
    private static let leastVectorCell = 2.0

    package func cells(_ grid: CellGrid, in rect: Rect) {
        let isVector = cairo_surface_get_type(cairo_get_target(context)) == CAIRO_SURFACE_TYPE_PDF
        let side = min(rect.width / Double(grid.columns), rect.height / Double(grid.rows))
        if isVector, side >= Self.leastVectorCell {
            rectangles(grid, in: rect)
        } else {
            image(grid, in: rect)
        }
    }

    /// Runs of one colour, each reaching under its neighbours to the right and below, which are painted later: viewers
    /// would show the ground between rectangles that only touch.
    private func rectangles(_ grid: CellGrid, in rect: Rect) {
        let (width, height) = (rect.width / Double(grid.columns), rect.height / Double(grid.rows))
        // What is not painted must not be reached under.
        let overlap = grid.levels.contains(CellGrid.missing) ? 0 : 0.5
        for row in 0..<grid.rows {
            let line = grid.levels[row * grid.columns..<(row + 1) * grid.columns]
            let depth = height * (row + 1 < grid.rows ? 1 + overlap : 1)
            var start = line.startIndex
            while start < line.endIndex {
                let level = line[start]
                let end = line[start...].firstIndex { $0 != level } ?? line.endIndex
                if level != CellGrid.missing {
                    let first = start - line.startIndex
                    let reach = end < line.endIndex ? overlap : 0
                    set(.color(grid.colors[Int(level)]), opacity: 1)
                    cairo_rectangle(
                        context, rect.x + width * Double(first), rect.y + height * Double(row),
                        width * (Double(end - start) + reach), depth)
                    cairo_fill(context)
                }
                start = end
            }
        }
    }

    private func image(_ grid: CellGrid, in rect: Rect) {
        let image: OpaquePointer! = cairo_image_surface_create(
            CAIRO_FORMAT_ARGB32, Int32(grid.columns), Int32(grid.rows))
        defer { cairo_surface_destroy(image) }
        guard let bytes = cairo_image_surface_get_data(image) else {
            // The surface could not be made: the context takes its error, which `draw` throws.
            cairo_set_source_surface(context, image, 0, 0)
            return
        }
        let stride = Int(cairo_image_surface_get_stride(image))
        let pixels = grid.colors.map(\.opaquePixel)
        for row in 0..<grid.rows {
            let target = UnsafeMutableRawPointer(bytes + row * stride)
            for column in 0..<grid.columns {
                let level = grid.levels[row * grid.columns + column]
                let pixel = level == CellGrid.missing ? 0 : pixels[Int(level)]
                target.storeBytes(of: pixel, toByteOffset: 4 * column, as: UInt32.self)
            }
        }
        cairo_surface_mark_dirty(image)
        cairo_save(context)
        cairo_rectangle(context, rect.x, rect.y, rect.width, rect.height)
        cairo_clip(context)
        cairo_translate(context, rect.x, rect.y)
        cairo_scale(context, rect.width / Double(grid.columns), rect.height / Double(grid.rows))
        cairo_set_source_surface(context, image, 0, 0)
        cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_NEAREST)
        cairo_paint(context)
        cairo_restore(context)
    }

    private func trace(_ points: [Point]) {
        guard let first = points.first else { return }
        cairo_move_to(context, first.x, first.y)
        for point in points.dropFirst() { cairo_line_to(context, point.x, point.y) }
    }

    private func set(_ paint: Paint, opacity: Double) {
        let color = paint.light
        cairo_set_source_rgba(
            context, Double(color.red) / 255, Double(color.green) / 255, Double(color.blue) / 255, opacity)
    }
}

extension Color {
    /// As Cairo's image surfaces store it: 0xffRRGGBB.
    fileprivate var opaquePixel: UInt32 { 0xff00_0000 | UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue) }
}
