import CCairo

/// A figure on a page of its own size.
package enum PDFFile {
    /// The bytes of a PDF file of a scene, with vector graphics and the font embedded.
    ///
    /// `created`, ISO 8601, stands in the file instead of the clock, so that the same scene gives the same bytes. Throws
    /// ``PlottingError``.
    package static func bytes(
        _ scene: Scene, created: String, fontFamily: String = CairoCanvas.fontFamily
    ) throws(PlottingError) -> [UInt8] {
        let output = Output()
        let append: cairo_write_func_t = { closure, bytes, count in
            guard let closure else { return CAIRO_STATUS_WRITE_ERROR }
            Unmanaged<Output>.fromOpaque(closure).takeUnretainedValue().bytes
                .append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
            return CAIRO_STATUS_SUCCESS
        }
        try withExtendedLifetime(output) { () throws(PlottingError) in
            let surface: OpaquePointer! = cairo_pdf_surface_create_for_stream(
                append, Unmanaged.passUnretained(output).toOpaque(), scene.size.width, scene.size.height)
            defer { cairo_surface_destroy(surface) }
            try CairoCanvas.check(cairo_surface_status(surface))
            cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, scene.title.printable)
            cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, scene.description.printable)
            cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, created)
            try CairoCanvas.draw(scene, on: surface, scale: 1, fontFamily: fontFamily)
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
