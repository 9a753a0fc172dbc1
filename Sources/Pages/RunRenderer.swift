import Runs
import Support

/// Draws everything of a run that is drawn: figures as PNG, SVG and PDF, the page, its summary and the report on paper.
package enum RunRenderer {
    /// Draws into the folder of a run, finished or a draft. The run's other files must be there already: the page lists
    /// them, those of `hashed` with the hash that they have there. Nothing is written before all is drawn.
    ///
    /// - Returns: what a person should be told of the page, such as what was left out of one that is too large.
    @discardableResult
    package static func draw(
        _ contents: RunContents, configuration: String?, provenance: Provenance, in folder: String,
        hashed: [DataFile] = [], look: ReportLook = ReportLook(), budget: PageBudget = PageBudget()
    ) throws(ReportError) -> [String] {
        let input = ReportInput(
            contents: contents, configuration: configuration, provenance: provenance, figures: [], files: [],
            look: look)
        let (files, remarks) = try drawn(input, in: folder, hashed: hashed, budget)
        do throws(RunFolderError) { try put(files, in: folder) } catch { throw .folder(error) }
        return remarks
    }

    /// What is drawn for the folder, which is not written yet.
    private static func drawn(
        _ input: ReportInput, in folder: String, hashed: [DataFile], _ budget: PageBudget
    ) throws(ReportError) -> (files: [RunDrawing.File], remarks: [String]) {
        let others: [DataFile]
        do throws(RunFolderError) {
            others = try RunFolder.files(in: folder, hashed: hashed).filter { !isDrawn($0.path) }
        } catch {
            throw .folder(error)
        }
        return try RunDrawing.files(of: input, beside: others, budget)
    }

    private static func put(_ files: [RunDrawing.File], in folder: String) throws(RunFolderError) {
        // Figures of an earlier drawing may have other names.
        for name in ["figures", ReportPage.folder] { try RunFolder.remove(name, in: folder) }
        for file in files { try RunFolder.write(file.bytes, to: file.name, in: folder) }
    }

    /// What ``redraw(_:look:)`` would write; nothing is written.
    static func files(of run: RunFolder, look: ReportLook) throws(ReportError) -> [RunDrawing.File] {
        try RunDrawing.files(of: input(run, look), beside: kept(of: run), PageBudget()).files
    }

    /// Draws a complete run again, with the provenance that its manifest has, and renews the manifest.
    @discardableResult
    package static func redraw(_ run: RunFolder, look: ReportLook = ReportLook()) throws(ReportError) -> [String] {
        let input = try input(run, look)
        // Long predictions take longer to hash than to draw.
        let kept = kept(of: run)
        let (files, remarks) = try drawn(input, in: run.path, hashed: kept, PageBudget())
        do throws(RunFolderError) {
            // Half of it would be a run that its manifest does not vouch for.
            try Interruption.whole { () throws(RunFolderError) in
                try put(files, in: run.path)
                try run.writeManifest(provenance: input.provenance, hashed: kept)
            }
        } catch {
            throw .folder(error)
        }
        return remarks
    }

    /// The files of a run that drawing leaves as they are.
    private static func kept(of run: RunFolder) -> [DataFile] { run.manifest.files.filter { !isDrawn($0.path) } }

    /// A run that has a printed report keeps one.
    private static func input(_ run: RunFolder, _ look: ReportLook) throws(ReportError) -> ReportInput {
        var look = look
        if run.manifest.files.contains(where: { $0.path == PrintedReport.name }) { look.isPrinted = true }
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
        path.hasPrefix("figures/") || ReportPage.isOwn(path)
            || [Report.pageName, Report.summaryName, PrintedReport.name].contains(path)
    }

    /// The keyword of the text in a PNG file by which the figure can be traced: a ``FigureOrigin``.
    package static let originKeyword = "nilm-report"
}
