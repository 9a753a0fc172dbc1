import Figures
import Files
import Plotting
import Runs

/// A figure on all its canvases: for the page, and as files.
struct FigureDrawing: Sendable {
    let onPage: ReportFigure
    let files: [(ending: String, bytes: [UInt8])]

    /// `texts` are written into the PNG file, `created` (ISO 8601) into the PDF.
    init(_ figure: Figure, texts: [PNGText], created: String) throws(ReportError) {
        onPage = try ReportFigure(figure)
        let own = [PNGText("Title", figure.title), PNGText("Description", figure.description)]
        do throws(PlottingError) {
            files = [
                ("png", try Raster(figure.scene).png(texts: own + texts)), ("svg", Array(onPage.svg.utf8)),
                ("pdf", try PDFFile.bytes(figure.scene, created: created)),
            ]
        } catch {
            throw .figure(id: figure.id, problem: error.description)
        }
    }

    /// What the PNG files of a run have in common: by it a figure can be traced wherever it is pasted.
    static func texts(of input: ReportInput) throws(ReportError) -> [PNGText] {
        let run = input.contents.results.run
        var texts = [PNGText("Software", input.provenance.tool), PNGText("Run", run.id)]
        if let configuration = input.configuration {
            texts.append(PNGText("Configuration sha256", FileHash.sha256(configuration)))
        }
        let origin = FigureOrigin(
            input.contents.results, configuration: input.configuration, provenance: input.provenance)
        do throws(JSONFileError) {
            let json = String(decoding: try origin.bytes().dropLast(), as: UTF8.self)
            texts.append(PNGText(RunRenderer.originKeyword, json))
        } catch {
            throw .json(error)
        }
        return texts
    }
}
