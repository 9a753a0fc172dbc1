import CCairo
import CPNG

/// A drawn figure as pixels.
package struct Raster: Equatable, Sendable {
    package let width: Int
    package let height: Int
    /// Row-major, 0x00RRGGBB.
    package let pixels: [UInt32]
    /// Pixels to a point.
    package let scale: Double

    /// Draws a scene on white; `scale` 2 gives four pixels to a square point.
    ///
    /// Throws ``PlottingError``: the font is missing, or the picture is larger than Cairo can make.
    package init(
        _ scene: Scene, scale: Double = 2, fontFamily: String = CairoCanvas.fontFamily
    ) throws(PlottingError) {
        let width = Int((scene.size.width * scale).rounded(.up))
        let height = Int((scene.size.height * scale).rounded(.up))
        // Cairo can make none that is larger, and says so of a surface before it has memory.
        guard max(width, height) <= Self.mostPixels else { throw .cairo("a picture of \(width) x \(height) pixels") }
        var pixels = [UInt32](repeating: 0xff_ffff, count: width * height)
        try pixels.withUnsafeMutableBufferPointer { buffer throws(PlottingError) in
            let bytes = UnsafeMutableRawBufferPointer(buffer).bindMemory(to: UInt8.self)
            let surface: OpaquePointer! = cairo_image_surface_create_for_data(
                bytes.baseAddress, CAIRO_FORMAT_RGB24, Int32(width), Int32(height), Int32(4 * width))
            defer { cairo_surface_destroy(surface) }
            try CairoCanvas.check(cairo_surface_status(surface))
            try CairoCanvas.draw(scene, on: surface, scale: scale, fontFamily: fontFamily)
        }
        // The highest byte is Cairo's own.
        for index in pixels.indices { pixels[index] &= 0xff_ffff }
        self.width = width
        self.height = height
        self.scale = scale
        self.pixels = pixels
    }

    /// On a side.
    private static let mostPixels = 32767

    /// The bytes of a PNG file, with its size on paper (pHYs), its colour space (sRGB) and texts (iTXt): the same
    /// raster and texts give the same bytes.
    package func png(texts: [PNGText]) throws(PlottingError) -> [UInt8] {
        let inchesPerMetre = 1 / 0.0254
        var output = cpng_output()
        defer { free(output.bytes) }
        // libpng copies each text, so that the C strings need to live only for the call.
        let strings = texts.map { (strdup($0.keyword), strdup($0.text)) }
        defer {
            for (keyword, text) in strings {
                free(keyword)
                free(text)
            }
        }
        let chunks = strings.map { cpng_text(keyword: $0.0, text: $0.1) }
        let result = pixels.withUnsafeBytes { bytes in
            cpng_write(
                bytes.bindMemory(to: UInt8.self).baseAddress, UInt32(width), UInt32(height), 4 * width,
                UInt32((72 * scale * inchesPerMetre).rounded()), chunks, Int32(chunks.count), &output)
        }
        guard result == 0 else {
            throw .png(
                withUnsafeBytes(of: output.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
        }
        return Array(UnsafeBufferPointer(start: output.bytes, count: output.length))
    }
}
