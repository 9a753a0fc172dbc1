import Foundation
import Pages
import Runs
import Support
import TestSupport
import Testing

@Suite("Drawing a run") struct RunRendererTests {
    private static let beginning = RunBeginning(tool: "a tool", configuration: "", created: 0, instructionSet: "AVX2")

    /// The sample run in a new folder, drawn.
    private static func run(in output: String) throws -> RunFolder {
        let draft = try RunDraft(id: RunID("a"), output: output, beginning: Self.beginning)
        try draft.write(SampleRun.results, to: ResultsFile.name)
        try draft.write(SampleRun.predictions, to: Predictions.name)
        try draft.write(SampleRun.configuration, to: RunFolder.configurationName)
        let map = Safetensors.Tensor(shape: [1, 2, 2], values: [0.75, 0.25, 0.5, 0.5])
        let attention = Safetensors(
            tensors: ["kettle-event/layer0/fine": map, "kettle-event/layer0/coarse": map])
        try draft.write(attention.bytes(source: "test"), to: RunFolder.attentionName)
        let contents = try draft.complete(provenance: SamplePage.provenance).contents()
        let drawn = try RunDraft(id: RunID("b"), output: output, beginning: Self.beginning)
        for name in try FileManager.default.contentsOfDirectory(atPath: output + "/a") where name != Manifest.name {
            try FileManager.default.copyItem(atPath: output + "/a/" + name, toPath: drawn.path + "/" + name)
        }
        try RunRenderer.draw(
            contents, configuration: SampleRun.configuration, provenance: SamplePage.provenance, in: drawn.path)
        return try drawn.complete(provenance: SamplePage.provenance)
    }

    @Test("every figure is there as PNG, SVG and PDF, and in the page") func complete() throws {
        let folder = try TemporaryFolder()
        let run = try Self.run(in: folder("o"))
        let figures = run.manifest.files.map(\.path).filter { $0.hasPrefix("figures/") }
        let names = Set(figures.map { String($0.dropFirst(8).prefix { $0 != "." }) })
        #expect(figures.count == 3 * names.count && names.count >= 5)
        let page = String(decoding: try FileReader.bytes(of: run.path + "/" + Report.pageName), as: UTF8.self)
        for name in names { #expect(page.contains("id=\"figure-\(name)\""), "\(name)") }
        for file in run.manifest.files where file.path != Report.pageName && file.path != Report.summaryName {
            #expect(page.contains(file.path) && page.contains(file.sha256), "\(file.path)")
        }
    }

    @Test("the report on paper has the verdict first, a figure at least a page, and stays when the run is drawn again")
    func printed() throws {
        let folder = try TemporaryFolder()
        let run = try Self.run(in: folder("o"))
        let path = run.path + "/report.pdf"
        #expect(!FileManager.default.fileExists(atPath: path))
        var look = ReportLook()
        look.isPrinted = true
        try RunRenderer.redraw(run, look: look)
        let bytes = try FileReader.bytes(of: path)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(
            text.hasPrefix("%PDF-") && text.contains("/FontFile") && text.contains("Energy disaggregation of kettle"))
        #expect(text.contains("20261122111003"))
        let pages = text.matches(of: /\/Type \/Page\b/).count
        let count = run.manifest.files.count { $0.path.hasSuffix(".png") }
        #expect(pages > 1 && pages <= count + 1)
        let printed = try RunFolder(path: run.path)
        #expect(printed.manifest.files.contains { $0.path == "report.pdf" })
        try RunRenderer.redraw(printed)
        #expect(try RunFolder(path: run.path).manifest == printed.manifest)
        #expect(try RunVerification(of: run.path).faults.isEmpty)
    }

    @Test("a figure carries its run and its configuration") func traceable() throws {
        let folder = try TemporaryFolder()
        let run = try Self.run(in: folder("o"))
        let path = try #require(run.manifest.files.map(\.path).first { $0.hasSuffix(".png") })
        let png = String(decoding: try FileReader.bytes(of: run.path + "/" + path), as: UTF8.self)
        #expect(png.contains("20261122T111003Z-a1b2c3") && png.contains(FileHash.sha256(SampleRun.configuration)))
    }

    @Test("drawn again it is the same, byte for byte") func again() throws {
        let folder = try TemporaryFolder()
        let run = try Self.run(in: folder("o"))
        try AtomicFile.write("left over", to: run.path + "/figures/old.png")
        try AtomicFile.write("spoiled", to: run.path + "/" + Report.pageName)
        try RunRenderer.redraw(run)
        #expect(try RunFolder(path: run.path).manifest == run.manifest)
    }

    @Test("a run whose tensor is missing is not drawn, and its page stays") func damaged() throws {
        let folder = try TemporaryFolder()
        let run = try Self.run(in: folder("o"))
        var contents = try run.contents()
        contents.attention = [:]
        #expect(throws: ReportError.self) {
            try RunRenderer.draw(contents, configuration: nil, provenance: SamplePage.provenance, in: run.path)
        }
        try RunRenderer.redraw(run)
    }
}
