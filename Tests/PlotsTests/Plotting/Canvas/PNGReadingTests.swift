import Plots
import Testing

@Suite("Texts of a PNG file") struct PNGReadingTests {
    private static let texts = [PNGText("Title", "Ünïcode\nline"), PNGText("nilm-report", "{\"a\":1}")]

    private static func file() throws -> [UInt8] { try Raster(TestScene.everything(), scale: 1).png(texts: texts) }

    @Test("those that were written are read") func roundTrip() throws {
        #expect(PNGText.texts(in: try Self.file()) == Self.texts)
    }

    @Test("a file that is cut anywhere is none, and no length is trusted") func damaged() throws {
        let file = try Self.file()
        for count in stride(from: 0, to: file.count, by: 7) { #expect(PNGText.texts(in: Array(file[..<count])) == nil) }
        for place in 8..<400 {
            var damaged = file
            damaged[place] ^= 0xFF
            _ = PNGText.texts(in: damaged)
        }
    }
}
