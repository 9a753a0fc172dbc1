import CCairo
import Support

/// Scenes on pages: a figure on one of its own size, or a document of several.
package enum PDFFile {
    /// The bytes of a PDF file of a scene, with vector graphics and the font embedded.
    ///
    /// `created`, ISO 8601, stands in the file instead of the clock, so that the same scene gives the same bytes. Throws
    /// ``PlottingError``.
    package static func bytes(
        _ scene: Scene, created: String, fontFamily: String = CairoCanvas.fontFamily
    ) throws(PlottingError) -> [UInt8] {
        try bytes(pages: [scene], scale: 1, created: created, fontFamily: fontFamily)
    }

    /// The bytes of a PDF file with a page a scene, the first of which gives it its title and subject; `scale`: points of
    /// paper to a point of the scenes.
    package static func bytes(
        pages: [Scene], scale: Double, created: String, fontFamily: String = CairoCanvas.fontFamily
    ) throws(PlottingError) -> [UInt8] {
        guard let first = pages.first else { preconditionFailure("a PDF file needs a page at least") }
        let output = Output()
        let append: cairo_write_func_t = { closure, bytes, count in
            guard let closure else { return CAIRO_STATUS_WRITE_ERROR }
            Unmanaged<Output>.fromOpaque(closure).takeUnretainedValue().bytes
                .append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
            return CAIRO_STATUS_SUCCESS
        }
        try withExtendedLifetime(output) { () throws(PlottingError) in
            let surface: OpaquePointer! = cairo_pdf_surface_create_for_stream(
                append, Unmanaged.passUnretained(output).toOpaque(), scale * first.size.width, scale * first.size.height
            )
            defer { cairo_surface_destroy(surface) }
            try CairoCanvas.check(cairo_surface_status(surface))
            cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, first.title.localised.printable)
            cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, first.description.localised.printable)
            cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, created)
            for (index, page) in pages.enumerated() {
                if index > 0 {
                    cairo_surface_show_page(surface)
                    cairo_pdf_surface_set_size(surface, scale * page.size.width, scale * page.size.height)
                }
                try CairoCanvas.draw(page, on: surface, scale: scale, fontFamily: fontFamily)
            }
            cairo_surface_finish(surface)
            try CairoCanvas.check(cairo_surface_status(surface))
        }
        return output.bytes
    }

    /// Where Cairo's stream of bytes goes.
    private final class Output {
        var bytes: [UInt8] = []
    }
}
