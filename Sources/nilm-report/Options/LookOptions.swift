import ArgumentParser
import Foundation
import Report

/// The options that decide how a page looks, but nothing of its content.
struct LookOptions: ParsableArguments {
    @Option(help: "Colours of the page: auto (as the reader's system), light or dark.")
    var theme = ReportLook.Theme.auto
    @Option(help: ArgumentHelp("Folder with templates that replace the program's own, file by file.", valueName: "DIR"))
    var templates: String?

    /// Reads and checks the templates: before any long work.
    func look() throws -> ReportLook {
        let folder = templates ?? ProcessInfo.processInfo.environment["NILM_REPORT_TEMPLATES"]
        return ReportLook(theme: theme, templates: try folder.map(Templates.overlaid) ?? .compiled)
    }
}

extension ReportLook.Theme: ExpressibleByArgument {}
