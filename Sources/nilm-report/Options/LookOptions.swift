import ArgumentParser
import Foundation
import Pages
import Support

/// The options that decide how a page looks, but nothing of its content.
struct LookOptions: ParsableArguments {
    @Option(help: "Colours of the page: auto (as the reader's system), light or dark.")
    var theme = ReportLook.Theme.auto
    @Option(help: "Language of the page: en or es.")
    var language: String?
    @Option(help: ArgumentHelp("Folder with templates that replace the program's own, file by file.", valueName: "DIR"))
    var templates: String?

    @Flag(help: "Open the page when it is there.")
    var open = false

    /// Reads and checks the templates: before any long work.
    func look(printed options: PrintOptions? = nil) throws -> ReportLook {
        let environment = ProcessInfo.processInfo.environment
        let folder = templates ?? environment["NILM_REPORT_TEMPLATES"]
        let variable = "NILM_REPORT_LANGUAGE"
        let origin = language == nil && environment[variable] != nil ? "environment variable \(variable)" : "--language"
        let name = language ?? environment[variable] ?? Language.english.rawValue
        guard let language = Language(rawValue: name) else {
            let known = Language.allCases.map(\.rawValue).joined(separator: " or ")
            throw Failure("\(origin) must be \(known), got \"\(name)\"", exitCode: .usage)
        }
        var look = ReportLook(
            theme: theme, language: language, templates: try folder.map(Templates.overlaid) ?? .compiled)
        look.isPrinted = options?.pdf ?? false
        return look
    }
}

extension ReportLook.Theme: ExpressibleByArgument {}

/// The option of commands that draw a run's report.
struct PrintOptions: ParsableArguments {
    @Flag(help: "Write report.pdf too: the report on pages of A4.")
    var pdf = false
}

/// Whether a run is made to be published.
struct SharingOptions: ParsableArguments {
    @Flag(
        name: .customLong("share"),
        help: "Leave no path, host or user name and no real date in the run, to publish it; the page says so.")
    var isShared = false
}
