import CCairo
import TestSupport
import Testing

@testable import Plots

@Suite("PNG files")
struct PNGTests {
    private struct Chunk {
        var type: String
        var data: [UInt8]
    }

    /// The chunks of a PNG file, read by its format (https://www.w3.org/TR/png-3/#5DataRep).
    private func chunks(_ png: [UInt8]) -> [Chunk] {
        var chunks: [Chunk] = []
        var offset = 8
        while offset + 12 <= png.count {
            let length = number(png[offset..<offset + 4])
            let type = String(decoding: png[offset + 4..<offset + 8], as: UTF8.self)
            chunks.append(Chunk(type: type, data: Array(png[offset + 8..<offset + 8 + length])))
            offset += 12 + length
        }
        return chunks
    }

    private func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }

    /// Pixels as Cairo, which did not write the file, decodes them.
    private func decoded(_ png: [UInt8]) -> [UInt32] {
        final class Source {
            var rest: ArraySlice<UInt8>
            init(_ bytes: [UInt8]) { rest = bytes[...] }
        }
        let source = Source(png)
        return withExtendedLifetime(source) {
            let surface = cairo_image_surface_create_from_png_stream(
                { closure, target, count in
                    guard let closure, let target else { return CAIRO_STATUS_READ_ERROR }
                    let source = Unmanaged<Source>.fromOpaque(closure).takeUnretainedValue()
                    guard source.rest.count >= count else { return CAIRO_STATUS_READ_ERROR }
                    for (index, byte) in source.rest.prefix(Int(count)).enumerated() { target[index] = byte }
                    source.rest = source.rest.dropFirst(Int(count))
                    return CAIRO_STATUS_SUCCESS
                }, Unmanaged.passUnretained(source).toOpaque())
            defer { cairo_surface_destroy(surface) }
            guard let bytes = cairo_image_surface_get_data(surface) else { return [] }
            let (width, height) = (
                Int(cairo_image_surface_get_width(surface)), Int(cairo_image_surface_get_height(surface))
            )
            let stride = Int(cairo_image_surface_get_stride(surface))
            return (0..<height).flatMap { row in
                (0..<width).map { column in
                    UnsafeRawPointer(bytes + row * stride).load(fromByteOffset: 4 * column, as: UInt32.self) & 0xff_ffff
                }
            }
        }
    }

    private let texts = [
        PNGText("Title", "Kettle, über alles <&>"), PNGText("Description", "MAE 38 W"), PNGText("Run", "r-1"),
    ]

    @Test("size on paper, colour space and texts stand in the file")
    func metadata() throws {
        let raster = try Raster(TestScene.everything())
        let chunks = chunks(try raster.png(texts: texts))
        #expect(chunks.first?.type == "IHDR" && chunks.last?.type == "IEND")
        let header = try #require(chunks.first).data
        #expect(number(header[0..<4]) == 920 && number(header[4..<8]) == 360)
        let physical = try #require(chunks.first { $0.type == "pHYs" }).data
        // 144 pixels an inch are 5669.3 a metre.
        #expect(number(physical[0..<4]) == 5669 && number(physical[4..<8]) == 5669 && physical[8] == 1)
        #expect(chunks.first { $0.type == "sRGB" }?.data == [0])
        let iTXt = chunks.filter { $0.type == "iTXt" }.map { chunk in
            // keyword NUL, not compressed, method, no language NUL, no translated keyword NUL, text
            let parts = chunk.data.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
            return PNGText(
                String(decoding: parts[0], as: UTF8.self), String(decoding: parts[1].dropFirst(4), as: UTF8.self))
        }
        #expect(iTXt == texts)
    }

    @Test("another program reads the pixels that were drawn")
    func pixels() throws {
        let raster = try Raster(TestScene.everything())
        #expect(decoded(try raster.png(texts: texts)) == raster.pixels)
    }

    @Test("the same raster and texts give the same bytes")
    func deterministic() throws {
        let raster = try Raster(TestScene.everything())
        #expect(try raster.png(texts: texts) == raster.png(texts: texts))
    }

    @Test("a picture that Cairo cannot make is an error")
    func tooLarge() {
        let scene = Scene(size: Size(width: 40_000, height: 10), title: "", description: "", marks: [])
        #expect(throws: PlottingError.self) { try Raster(scene) }
    }
}
