import Figures
import Files
import Localisation
import Plotting
import Runs

/// Draws everything of a run that is drawn: figures as PNG, SVG and PDF, the page and its summary.
package enum RunRenderer {
    /// Draws into the folder of a run, finished or a draft. The run's other files must be there already: the page lists
    /// them. Nothing is written before all is drawn.
    ///
    /// - Returns: what a person should be told of the page, such as what was left out of one that is too large.
    @discardableResult
    package static func draw(
        _ contents: RunContents, configuration: String?, provenance: Provenance, in folder: String,
        look: ReportLook = ReportLook(), budget: PageBudget = PageBudget()
    ) throws(ReportError) -> [String] {
        let input = ReportInput(
            contents: contents, configuration: configuration, provenance: provenance, figures: [], files: [],
            look: look)
        let others: [DataFile]
        do throws(RunFolderError) {
            others = try RunFolder.files(in: folder).filter { !isDrawn($0.path) }
        } catch {
            throw .folder(error)
        }
        let (files, remarks) = try drawn(input, beside: others, budget)
        do throws(RunFolderError) {
            // Figures of an earlier drawing may have other names.
            try RunFolder.remove("figures", in: folder)
            for file in files { try RunFolder.write(file.bytes, to: file.name, in: folder) }
        } catch {
            throw .folder(error)
        }
        return remarks
    }

    /// A file that is drawn.
    struct DrawnFile {
        /// Within the run's folder.
        let name: String
        let bytes: [UInt8]
    }

    /// What ``redraw(_:look:)`` would write; nothing is written.
    static func files(of run: RunFolder, look: ReportLook) throws(ReportError) -> [DrawnFile] {
        let input = try input(run, look)
        return try drawn(input, beside: run.manifest.files.filter { !isDrawn($0.path) }, PageBudget()).files
    }

    /// All files, the page the last; `others` are the run's that are not drawn.
    private static func drawn(
        _ input: ReportInput, beside others: [DataFile], _ budget: PageBudget
    ) throws(ReportError) -> (files: [DrawnFile], remarks: [String]) {
        try input.look.language.spoken { () throws(ReportError) in
            try spoken(input, beside: others, budget)
        }
    }

    private static func spoken(
        _ input: ReportInput, beside others: [DataFile], _ budget: PageBudget
    ) throws(ReportError) -> (files: [DrawnFile], remarks: [String]) {
        var input = input
        var drawings: [Drawing] = []
        for outcome in try outcomes(for: input.contents) {
            if let absence = outcome.absence {
                input.absences.append(ReportAbsence(section: absence.section, reason: absence.reason))
            }
            guard let figure = outcome.figure else { continue }
            guard !drawings.contains(where: { $0.id == figure.id }) else {
                throw .figure(id: figure.id, problem: "two figures would have this file name: rename an appliance")
            }
            let drawing = try Drawing(figure, of: input)
            drawings.append(drawing)
            input.figures.append(
                try ReportFigure(figure, svg: drawing.svg, mapCells: SVGCanvas.pageLimits.mostPerSide))
        }
        var files = drawings.flatMap { drawing in
            drawing.files.map { DrawnFile(name: "figures/\(drawing.id).\($0.ending)", bytes: $0.bytes) }
        }
        let listed = files.map {
            DataFile(path: $0.name, bytes: $0.bytes.count, sha256: FileHash.sha256($0.bytes))
        }
        input.files = (others + listed).sorted { $0.path < $1.path }
        let (report, remarks) = try fitted(input, to: budget)
        files.append(DrawnFile(name: Report.summaryName, bytes: Array(report.summary.utf8)))
        files.append(DrawnFile(name: Report.pageName, bytes: Array(report.html.utf8)))
        return (files, remarks)
    }

    /// The page; one that is too large is drawn again with less and less in its figures.
    private static func fitted(
        _ input: ReportInput, to budget: PageBudget
    ) throws(ReportError) -> (report: Report, remarks: [String]) {
        var input = input
        var report = try Report.render(input)
        var contents = input.contents
        var limits = SVGCanvas.pageLimits
        var remarks: [String] = []
        for step in PageReduction.allCases where step.helps(report.html, budget) {
            let reduced = step.reduced(contents)
            if step == .shorterTables {
                input.tables = .short
            } else if reduced.results != contents.results || step.limitsCells(of: contents) {
                contents = reduced
                step.reduce(&limits)
                input.figures = []
                for figure in try outcomes(for: contents).compactMap(\.figure) {
                    input.figures.append(
                        try ReportFigure(figure, svg: Drawing.svg(figure, limits), mapCells: limits.mostPerSide))
                }
            } else if input.figures.contains(where: step.leavesOut) {
                input.figures.removeAll(where: step.leavesOut)
            } else {
                continue
            }
            input.absences.append(step.remark)
            remarks.append(step.remark.reason)
            report = try Report.render(input)
        }
        let (bytes, nodes) = (report.html.utf8.count, PageBudget.nodes(in: report.html))
        guard bytes <= budget.mostBytes else { throw .tooLarge(bytes: bytes, most: budget.mostBytes) }
        if budget.isExceeded(by: report.html) {
            remarks.append(
                "the page is large: \(bytes / 1024) KiB, \(nodes) elements; fewer appliances make it smaller")
        }
        return (report, remarks)
    }

    /// Draws a complete run again, with the provenance that its manifest has, and renews the manifest.
    @discardableResult
    package static func redraw(_ run: RunFolder, look: ReportLook = ReportLook()) throws(ReportError) -> [String] {
        let input = try input(run, look)
        let remarks = try draw(
            input.contents, configuration: input.configuration, provenance: input.provenance, in: run.path, look: look)
        do throws(RunFolderError) { try run.writeManifest(provenance: input.provenance) } catch { throw .folder(error) }
        return remarks
    }

    private static func input(_ run: RunFolder, _ look: ReportLook) throws(ReportError) -> ReportInput {
        do throws(RunFolderError) {
            return ReportInput(
                contents: try run.contents(), configuration: try run.configurationText(),
                provenance: run.manifest.provenance, figures: [], files: [], look: look)
        } catch {
            throw .folder(error)
        }
    }

    /// Whether a file of a run is one that ``redraw(_:look:)`` makes.
    package static func isDrawn(_ path: String) -> Bool {
        path.hasPrefix("figures/") || path == Report.pageName || path == Report.summaryName
    }

    private static func outcomes(for contents: RunContents) throws(ReportError) -> [FigureOutcome] {
        do throws(FigureError) {
            var outcomes: [FigureOutcome] = []
            for section in FigureSection.allCases { outcomes += try Figures.outcomes(section, for: contents) }
            return outcomes
        } catch {
            throw .figures(error)
        }
    }

    /// The keyword of the text in a PNG file by which the figure can be traced: a ``FigureOrigin``.
    package static let originKeyword = "nilm-report"

    /// A figure on all its canvases.
    private struct Drawing {
        let id: String
        /// For the page and for the file alike.
        let svg: String
        let files: [(ending: String, bytes: [UInt8])]

        static func svg(_ figure: Figure, _ limits: CellLimits) -> String {
            SVGCanvas.svg(figure.scene, idPrefix: "plot-" + figure.id, cellLimits: limits)
        }

        init(_ figure: Figure, of input: ReportInput) throws(ReportError) {
            let run = input.contents.results.run
            var texts = [
                PNGText("Title", figure.title), PNGText("Description", figure.description),
                PNGText("Software", input.provenance.tool), PNGText("Run", run.id),
            ]
            if let configuration = input.configuration {
                texts.append(PNGText("Configuration sha256", FileHash.sha256(configuration)))
            }
            do throws(JSONFileError) {
                let origin = FigureOrigin(
                    input.contents.results, configuration: input.configuration, provenance: input.provenance)
                texts.append(
                    PNGText(RunRenderer.originKeyword, String(decoding: try origin.bytes().dropLast(), as: UTF8.self)))
            } catch {
                throw .json(error)
            }
            id = figure.id
            svg = Self.svg(figure, SVGCanvas.pageLimits)
            do throws(PlottingError) {
                files = [
                    ("png", try Raster(figure.scene).png(texts: texts)), ("svg", Array(svg.utf8)),
                    ("pdf", try PDFFile.bytes(figure.scene, created: run.created)),
                ]
            } catch {
                throw .figure(id: figure.id, problem: error.description)
            }
        }
    }
}
