import CCairo
import Support
import TestSupport
import Testing

@testable import Plots

@Suite("PNG and PDF by Cairo")
struct RasterTests {
    /// The share of pixels that differ by more than `tolerance` of 255 in some channel: antialiasing may differ a little
    /// between versions of Cairo and FreeType, a moved or recoloured line differs by more.
    private func difference(_ a: Raster, _ b: Raster, tolerance: Int = 40) -> Double {
        guard a.width == b.width, a.height == b.height else { return 1 }
        let differing = zip(a.pixels, b.pixels).filter { first, second in
            let (first, second) = (Color(first), Color(second))
            let channels = [(first.red, second.red), (first.green, second.green), (first.blue, second.blue)]
            return channels.contains { abs(Int($0) - Int($1)) > tolerance }
        }
        return Double(differing.count) / Double(a.pixels.count)
    }

    /// More than antialiasing of a few glyphs, less than one line that moved.
    private static let mostDifference = 0.001

    @Test("the same scene gives the same pixels")
    func same() throws {
        #expect(try Raster(TestScene.everything()) == Raster(TestScene.everything()))
    }

    @Test("a shift of a hundredth of a pixel is not seen")
    func smallShift() throws {
        let difference = try difference(Raster(TestScene.everything()), Raster(TestScene.everything(shift: 0.005)))
        #expect(difference < Self.mostDifference)
    }

    @Test("a shift by one pixel is seen")
    func shift() throws {
        let difference = try difference(
            Raster(TestScene.everything()), Raster(TestScene.everything(shift: 0.5)))
        #expect(difference > 4 * Self.mostDifference)
    }

    @Test("swapped series are seen")
    func swapped() throws {
        let difference = try difference(
            Raster(TestScene.everything()), Raster(TestScene.everything(swapped: true)))
        #expect(difference > 4 * Self.mostDifference)
    }

    @Test("one letter more or less is seen")
    func letter() throws {
        let difference = try difference(
            Raster(TestScene.everything(title: "Test")), Raster(TestScene.everything(title: "Text")), tolerance: 40)
        #expect(difference > 0)
    }

    @Test("colours, places and sizes are those of the scene")
    func reference() throws {
        // Drawn by hand: a 20 x 10 paper with a 5 x 4 block of the first series, 2 pixels to a point.
        let scene = Scene(
            size: Size(width: 20, height: 10), title: "", description: "",
            marks: [
                Bars(
                    [.init(from: Point(x: 3, y: 2), to: Point(x: 8, y: 6))],
                    in: Frame(
                        Rect(x: 0, y: 0, width: 20, height: 10), x: LinearScale(0...20), y: LinearScale(0...10),
                        direction: .down), Fill(.series(0)))
            ])
        let raster = try Raster(scene)
        #expect((raster.width, raster.height) == (40, 20))
        for row in 0..<20 {
            for column in 0..<40 {
                let inside = (6..<16).contains(column) && (4..<12).contains(row)
                #expect(raster.pixels[row * 40 + column] == (inside ? 0x0072b2 : 0xffffff))
            }
        }
    }

    @Test("heat map cells are sharp and upright")
    func cells() throws {
        let frame = Frame(
            Rect(x: 0, y: 0, width: 2, height: 2), x: LinearScale(0...2), y: LinearScale(0...2), direction: .down)
        let map = HeatMap(
            Cells(rows: 2, columns: 2, values: [0, 1, .nan, 0]), in: frame, x: 0...2, y: 0...2, range: 0...1,
            reduction: .mean)
        let raster = try Raster(
            Scene(size: Size(width: 2, height: 2), title: "", description: "", marks: [map]), scale: 1)
        let (low, high) = (ColorMap.steps(255)[0], ColorMap.steps(255)[254])
        #expect(raster.pixels.map { Color($0) } == [low, high, Color(0xffffff), low])
    }

    @Test("a missing font is an error that names it, never a figure without text")
    func missingFont() {
        let error = #expect(throws: PlottingError.self) {
            try Raster(TestScene.everything(), fontFamily: "No Such Font")
        }
        guard case .fontMissing(let asked, let found)? = error else {
            Issue.record("expected a missing font, got \(String(describing: error))")
            return
        }
        #expect(asked == "No Such Font" && found != asked)
        #expect("\(PlottingError.fontMissing(asked: asked, found: found))".contains("fonts-dejavu"))
    }

    @Test("the table of text widths agrees with Cairo's font to a thousandth of its size")
    func widths() throws {
        let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 1, 1)
        let context = cairo_create(surface)
        defer {
            cairo_destroy(context)
            cairo_surface_destroy(surface)
        }
        let options = cairo_font_options_create()
        defer { cairo_font_options_destroy(options) }
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_set_font_options(context, options)
        cairo_select_font_face(context, CairoCanvas.fontFamily, CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL)
        cairo_set_font_size(context, 1000)
        for code in UInt8(0x20)...0x7e {
            let character = String(Unicode.Scalar(code))
            var extents = cairo_text_extents_t()
            cairo_text_extents(context, character, &extents)
            #expect(abs(extents.x_advance - TextMetrics.width(of: character, TextStyle(size: 1000))) < 1)
        }
    }

    @Test("a PDF has its title, the given date and no clock")
    func pdf() throws {
        let bytes = try PDFFile.bytes(TestScene.everything(), created: "2026-11-22T11:10:03Z")
        #expect(bytes.starts(with: Array("%PDF-".utf8)))
        #expect(try PDFFile.bytes(TestScene.everything(), created: "2026-11-22T11:10:03Z") == bytes)
        #expect(String(decoding: bytes, as: UTF8.self).contains("20261122111003"))
    }

    @Test("a document has a page a scene, each as large as asked")
    func pages() throws {
        let scene = TestScene.everything()
        let text = String(
            decoding: try PDFFile.bytes(pages: [scene, scene, scene], scale: 0.5, created: "2026-11-22T11:10:03Z"),
            as: UTF8.self)
        #expect(text.matches(of: /\/Type \/Page\b/).count == 3)
        #expect(text.contains("/Title (\(scene.title.english))"))
    }

    @Test("an inset is drawn moved and scaled, with its sizes")
    func inset() {
        let line = Segment(from: Point(x: 10, y: 20), to: Point(x: 30, y: 20), Stroke(.axis, width: 4, dash: [2, 6]))
        let label = Label("a", at: Point(x: 4, y: 8), TextStyle(size: 12))
        let scene = Scene(
            size: Size(width: 40, height: 40), title: "Part", description: "A part.", marks: [line, label])
        let moved = RecordingCanvas()
        Inset(scene, at: Point(x: 100, y: 200), scale: 0.5).draw(on: moved)
        let expected = RecordingCanvas()
        expected.fill([Rect(x: 100, y: 200, width: 20, height: 20).corners], Fill(.paper))
        Segment(from: Point(x: 105, y: 210), to: Point(x: 115, y: 210), Stroke(.axis, width: 2, dash: [1, 3]))
            .draw(on: expected)
        Label("a", at: Point(x: 102, y: 204), TextStyle(size: 6)).draw(on: expected)
        #expect(moved.calls == expected.calls)
    }

    @Test("a PDF has its font with it, and heat maps as vectors", arguments: [(130, false), (131, true)])
    func pdfContent(side: Int, isImage: Bool) throws {
        let frame = Frame(
            Rect(x: 20, y: 20, width: 260, height: 260), x: LinearScale(0...1), y: LinearScale(0...1), direction: .down)
        let cells = Cells(rows: side, columns: side, values: (0..<side * side).map { Float($0 % 17) })
        let scene = Scene(
            size: Size(width: 300, height: 300), title: "Map", description: "A map.",
            marks: [
                HeatMap(cells, in: frame, x: 0...1, y: 0...1, range: 0...17, reduction: .maximum),
                Label("Map", at: Point(x: 20, y: 15), TextStyle(size: 12), width: 200),
            ])
        let text = String(decoding: try PDFFile.bytes(scene, created: "2026-11-22T11:10:03Z"), as: UTF8.self)
        #expect(text.contains("/FontFile"))
        #expect(text.contains("/Subtype /Image") == isImage)
    }
}
