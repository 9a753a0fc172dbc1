import ArgumentParser
import Configuration
import Pages
import Runs
import Support

struct Render: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Draw the report of a run again, without training.",
        discussion: "Example: nilm-report render output/latest")

    @Argument(help: ArgumentHelp("The run's folder.", valueName: "RUN"))
    var folder: String
    @OptionGroup var look: LookOptions
    @OptionGroup var printing: PrintOptions

    func run() throws {
        let look = try look.look(printed: printing)
        let run = try RunFolder(path: folder)
        // Drawing renews the manifest, which must not vouch for a file that was changed since the run.
        try run.verify { !RunRenderer.isDrawn($0) }
        do throws(RunFolderError) {
            _ = try run.configuration()
        } catch .configuration(let problem) {
            Console.log(LogLine(.warning, "shown as it is, though this version can't read it: \(problem)"))
        }
        for remark in try RunRenderer.redraw(run, look: look) { Console.log(LogLine(.warning, remark)) }
        let verdict = Verdict(of: try run.results())
        let page = run.path + "/" + Report.pageName
        Console.print("\(page)  \(verdict.word.rawValue): \(verdict.sentence.english)")
        if self.look.open { Browser.open(page) }
    }
}
