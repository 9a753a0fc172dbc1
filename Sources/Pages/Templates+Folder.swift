import Foundation
import Support

/// Templates of one's own.
extension Templates {
    /// The compiled templates with the files of `folder` in the places of those of the same name.
    ///
    /// Anything wrong in them is an error here, before any long work.
    package static func overlaid(with folder: String) throws(ReportError) -> Templates {
        let (templates, problems) = try reading(folder)
        guard problems.isEmpty else { throw .templates(problems) }
        return templates
    }

    /// What is wrong with the templates in `folder`, sorted by file and line.
    package static func problems(in folder: String) throws(ReportError) -> [TemplateProblem] {
        try reading(folder).problems
    }

    private static func reading(
        _ folder: String
    ) throws(ReportError) -> (templates: Templates, problems: [TemplateProblem]) {
        var templates = compiled
        var problems: [TemplateProblem] = []
        for name in try names(in: folder) {
            let path = Folder.withoutTrailingSlash(folder) + "/" + name
            guard compiled.files[name] != nil || name.hasSuffix(Template.ending) else {
                let nearest = Spelling.nearest(to: name, among: compiled.files.keys)
                problems.append(
                    TemplateProblem(
                        file: path, line: 1,
                        text: "no page uses a file of this name; "
                            + (nearest.map { "did you mean \($0)?" } ?? "remove it from the folder")))
                continue
            }
            do throws(TemplateProblem) {
                templates = templates.replacing(name, with: try text(of: path), path: path)
                problems += SourceRules.problems(in: templates.files[name] ?? "", file: name).map(templates.located)
            } catch {
                problems.append(error)
            }
        }
        do throws(TemplateProblem) {
            let set = try TemplateSet(files: templates.files)
            problems += TemplateCheck(set, keys: keys, texts: [summaryName]).problems.map(templates.located)
        } catch {
            problems.append(templates.located(error))
        }
        return (templates, problems.sorted { ($0.file, $0.line, $0.text) < ($1.file, $1.line, $1.text) })
    }

    /// More, or larger ones, are no templates of a page.
    private static let mostFiles = 200
    private static let mostBytes = 1 << 20

    /// What a template says. It is a file of the folder itself: one that leads elsewhere might show what is there.
    private static func text(of path: String) throws(TemplateProblem) -> String {
        func problem(_ text: String) -> TemplateProblem { TemplateProblem(file: path, line: 1, text: text) }
        guard let size = Folder.fileSize(path) else {
            throw problem("is no file but a link, a folder or a device; put the file itself into the folder")
        }
        guard size <= mostBytes else { throw problem("has \(size) bytes, a template at most \(mostBytes)") }
        let bytes: [UInt8]
        do throws(FileError) { bytes = try FileReader.bytes(of: path) } catch { throw problem("\(error)") }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw problem("is not UTF-8 text") }
        return text
    }

    /// The visible files of a folder, without the manual.
    private static func names(in folder: String) throws(ReportError) -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            throw .file(.missing(path: folder))
        }
        let names: [String]
        do throws(FileError) { names = try Folder.names(in: folder) } catch { throw .file(error) }
        let visible = names.filter { !$0.hasPrefix(".") && $0 != manualName }
        guard visible.count <= mostFiles else {
            let text = "has \(visible.count) files, a folder of templates at most \(mostFiles)"
            throw .templates([TemplateProblem(file: folder, line: 1, text: text)])
        }
        return visible
    }

    /// Writes the compiled templates and their manual into `folder`; those that are there already are an error unless
    /// `force`.
    package static func export(to folder: String, force: Bool) throws(ReportError) -> [String] {
        let files = compiled.files.merging([manualName: manual]) { text, _ in text }
        let names = files.keys.sorted()
        let folder = Folder.withoutTrailingSlash(folder)
        if !force, let name = names.first(where: { FileManager.default.fileExists(atPath: folder + "/" + $0) }) {
            throw .exists(path: folder + "/" + name)
        }
        do throws(FileError) {
            try Folder.create(folder)
            for name in names { try AtomicFile.write(files[name] ?? "", to: folder + "/" + name) }
        } catch {
            throw .file(error)
        }
        return names
    }
}
