import ArgumentParser
import Configuration
import Files
import Gates
import Report
import Runs

/// data -> train -> evaluate -> report
struct Build: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Train on data, evaluate, and write the report: the main job.",
        discussion: """
            Examples:
              nilm-report build
              nilm-report build --preset real --data ukdale:ukdale --train-houses 1 --appliance kettle --period 6
            """)

    @OptionGroup var settings: SettingOptions
    @OptionGroup var options: RunOptions
    @OptionGroup var baseline: BaselineOptions
    @OptionGroup var look: LookOptions
    @Flag(help: "Leave no path, host or user name and no real date in the run, to publish it; the page says so.")
    var share = false

    func run() throws {
        try BuildRun(
            settings: settings, options: options, baseline: baseline, look: look.look(), isShared: share
        ).run()
    }
}

/// data -> train
struct Train: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Like build, but leave a run folder without a report; render draws it later.")

    @OptionGroup var settings: SettingOptions
    @OptionGroup var options: RunOptions
    @OptionGroup var baseline: BaselineOptions

    func run() throws {
        try BuildRun(settings: settings, options: options, baseline: baseline, look: nil, isShared: false).run()
    }
}

/// What `build` and `train` share.
private struct BuildRun {
    let settings: SettingOptions
    let options: RunOptions
    let baseline: BaselineOptions
    /// nil draws no report.
    let look: ReportLook?
    let isShared: Bool

    func run() throws {
        let configuration = try settings.resolve()
        let check = try baseline.check(gates: configuration.gates)
        if isShared, let earlier = check.baseline?.results, earlier.removed == nil {
            throw Failure(
                "--share moves all dates, and the run \(earlier.run.id) has real ones: give a --baseline that was made "
                    + "with --share, too", exitCode: .usage)
        }
        let threads = try options.threading.count()
        let (draft, created) = try options.draft(
            configuration: ConfigurationFile.text(of: configuration), created: isShared ? Sharing.created : nil)
        try draft.fill { draft in
            var assembly = RunAssembly(
                configuration: configuration, threads: threads, check: check, isShared: isShared,
                progress: options.watching.makeProgress())
            return try assembly.build(into: draft, created: created, look: look)
        }
    }
}

extension RunDraft {
    /// Fills the draft and says what became of it; a failure leaves nothing behind. A complete run that does not meet
    /// its checks ends the program with their exit code.
    func fill(_ work: (RunDraft) throws -> (RunFolder, Results)) throws {
        let results: Results
        do {
            let folder: RunFolder
            (folder, results) = try work(self)
            try CheckReport.publish(results, summary: folder.text(of: Report.summaryName))
            let verdict = Verdict(of: results)
            let page = folder.path + "/" + Report.pageName
            Console.print(
                "\(folder.hasFile(Report.pageName) ? page : folder.path)  \(verdict.word.rawValue): \(verdict.sentence)"
            )
        } catch {
            // The first error is the one to report, whatever becomes of the rest of the draft.
            do { try discard() } catch let second { Console.error("warning: \(second)") }
            throw error
        }
        try CheckReport.conclude(results)
    }
}

extension RunFolder {
    fileprivate func hasFile(_ name: String) -> Bool { manifest.files.contains { $0.path == name } }

    /// The content of one of the run's files; nil if it has none.
    fileprivate func text(of name: String) throws -> String? {
        guard hasFile(name) else { return nil }
        return String(decoding: try FileReader.bytes(of: path + "/" + name), as: UTF8.self)
    }
}
