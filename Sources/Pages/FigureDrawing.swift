import Plots
import Runs
import Support

/// A figure as files.
enum FigureDrawing {
    /// The paths of a figure's files within the run's folder.
    static func paths(of figure: Figure) -> [String] {
        ["png", "svg", "pdf"].map { "figures/\(figure.id).\($0)" }
    }

    /// The files' bytes, in the order of ``paths(of:)``. `svg` is the figure as the page has it; `texts` are written into
    /// the PNG file, `created` (ISO 8601) into the PDF.
    static func bytes(
        of figure: Figure, svg: String, texts: [PNGText], created: String
    ) throws(ReportError) -> [[UInt8]] {
        let own = [PNGText("Title", figure.title.localised), PNGText("Description", figure.description.localised)]
        do throws(PlottingError) {
            return [
                try Raster(figure.scene).png(texts: own + texts), Array(svg.utf8),
                try PDFFile.bytes(figure.scene, created: created),
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
