import Foundation
import Runs
import Support

/// Whether a run's folder is what its manifest says, and its page what the rest of it makes.
package struct RunVerification {
    /// What is wrong, a line each; empty for a run that is whole.
    package private(set) var faults: [String] = []
    /// What was looked at.
    package private(set) var checked: [String] = []
    /// What could not be looked at, for a warning; empty for a run of this version.
    package private(set) var unchecked: [String] = []

    /// `templates` are those that the page was drawn with. A folder that is no run is an error, a damaged one a fault.
    package init(of path: String, templates: Templates = .compiled) throws(ReportError) {
        let folder: RunFolder
        do throws(RunFolderError) {
            folder = try RunFolder(path: path)
        } catch .json(let error) {
            faults.append(error.description)
            return
        } catch {
            throw .folder(error)
        }
        if let fault = try Self.sealFault(folder) { faults.append(fault) }
        let files = folder.manifest.files
        for file in files { if let fault = Self.fault(of: file, in: folder) { faults.append(fault) } }
        checked.append("\(files.count) files have the sha256 that \(Manifest.name) says")
        let listed = Set(files.map(\.path))
        for name in Self.names(in: folder.path).sorted() where name != Manifest.name && !listed.contains(name) {
            faults.append("\(folder.path)/\(name): is not in the manifest; remove it")
        }
        checked.append("no other file is in the folder")
        let results = readResults(of: folder)
        let isEarlier = results?.isEarlier ?? false
        var page: PageContents?
        let pages = listed.contains(Report.pageName) ? [Report.pageName] + listed.filter(ReportPage.isOwn).sorted() : []
        for name in pages {
            let place = ReportPage.isOwn(name) ? ReportPage.folder : ""
            do throws(FileError) {
                let contents = try Self.page(name, of: folder)
                faults += contents.problems(isEarlier: isEarlier) { path in
                    path == PageRules.home ? !place.isEmpty : path == Report.pageName || listed.contains(place + path)
                }.map { "\(folder.path)/\(name): \($0)" }
                page = page ?? contents
            } catch {
                // What is wrong with the file itself stands among the faults already, or is told now.
                if faults.isEmpty { faults.append(error.description) }
                return
            }
        }
        if !pages.isEmpty {
            checked.append(
                pages.count == 1
                    ? "\(Report.pageName) loads and sends nothing, and leads only to files of the run"
                    : "\(pages.count) pages load and send nothing, and lead only to files of the run")
        }
        if let results { checkTexts(of: folder, results) }
        if isEarlier {
            unchecked.append(
                "whether page, figures and \(History.name) show what \(ResultsFile.name) says: the run is of an earlier version, "
                    + "\(folder.manifest.provenance.tool); render draws this version's page")
        }
        // A damaged run can't be drawn, or would differ for a reason that is said already.
        guard faults.isEmpty, !isEarlier, let page else { return }
        if !templates.replaced.isEmpty {
            checked.append(
                "checked with a template that is not ours: \(templates.replaced.joined(separator: ", "))"
                    + (templates.hasForeignScript ? "; of its script only the names were looked at" : ""))
        }
        let look = ReportLook(
            theme: page.theme ?? .auto, language: page.language ?? .english, templates: templates)
        let drawn = try RunRenderer.files(of: folder, look: look)
        let names = Set(drawn.map(\.name))
        for name in listed.filter(RunRenderer.isDrawn).subtracting(names).sorted() {
            faults.append("\(folder.path)/\(name): is not drawn when the report is drawn again")
        }
        for file in drawn {
            let there = files.first { $0.path == file.name }
            if there?.sha256 != FileHash.sha256(file.bytes) {
                faults.append(
                    "\(folder.path)/\(file.name): drawing it again gives other bytes; it was drawn by "
                        + "\(folder.manifest.provenance.tool), with other libraries or with --templates that were not given"
                )
            }
        }
        checked.append("drawing \(drawn.count) files again gives the same bytes")
    }

    /// nil, with what is wrong among the faults, where they can't be read.
    private mutating func readResults(of folder: RunFolder) -> Results? {
        do throws(RunFolderError) { return try folder.results() } catch {
            if !faults.contains(error.description) { faults.append(error.description) }
            return nil
        }
    }

    /// Whether each file is one that a run has, and those that are made of the results alone are.
    private mutating func checkTexts(of folder: RunFolder, _ results: Results) {
        let texts = RunTexts.files(of: results)
        for file in folder.manifest.files {
            if let text = texts.first(where: { $0.name == file.path }) {
                // Earlier versions had other columns.
                if results.isEarlier, file.path == History.name { continue }
                guard file.sha256 != FileHash.sha256(text.bytes) else { continue }
                faults.append(
                    "\(folder.path)/\(file.path): is not what \(ResultsFile.name) makes; it was written by "
                        + "\(folder.manifest.provenance.tool) or by somebody else")
            } else if !RunRenderer.isDrawn(file.path), !RunFolder.hasPlace(for: file.path) {
                faults.append(
                    "\(folder.path)/\(file.path): is no file that a run has; remove it and its line in the manifest")
            }
        }
        let count = texts.count { !results.isEarlier || $0.name != History.name }
        checked.append("all are files that a run has, and \(count) of them what \(ResultsFile.name) makes")
    }

    private static func sealFault(_ folder: RunFolder) throws(ReportError) -> String? {
        // Files of earlier versions are not sealed.
        guard folder.manifest.checksum != nil else { return nil }
        let (bytes, sealed): ([UInt8], [UInt8])
        do throws(FileError) {
            bytes = try FileReader.bytes(of: folder.path + "/" + Manifest.name, most: FileReader.mostText)
        } catch {
            throw .file(error)
        }
        do throws(JSONFileError) { sealed = try folder.manifest.bytes() } catch { throw .json(error) }
        guard bytes != sealed else { return nil }
        return "\(folder.path)/\(Manifest.name): was edited or damaged; its own checksum is another"
    }

    private static func fault(of file: DataFile, in folder: RunFolder) -> String? {
        guard !file.path.hasPrefix("/"), !file.path.split(separator: "/").contains("..") else {
            return "\(folder.path)/\(Manifest.name): names a file outside of the folder: \(file.path)"
        }
        do throws(RunFolderError) {
            _ = try folder.verifiedPath(of: file.path)
            return nil
        } catch {
            return error.description
        }
    }

    /// Every file below a folder, hidden ones too.
    private static func names(in folder: String) -> [String] {
        let place = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
        guard let walk = FileManager.default.enumerator(atPath: place) else { return [] }
        return walk.compactMap { $0 as? String }.filter { name in
            var isFolder: ObjCBool = false
            return
                !(FileManager.default.fileExists(atPath: place + "/" + name, isDirectory: &isFolder)
                && isFolder.boolValue)
        }
    }

    private static func page(_ name: String, of folder: RunFolder) throws(FileError) -> PageContents {
        let bytes = try FileReader.bytes(of: folder.path + "/" + name, most: FileReader.mostText)
        return PageContents(html: String(decoding: bytes, as: UTF8.self))
    }
}
