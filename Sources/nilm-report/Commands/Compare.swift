import ArgumentParser
import Pages
import Runs
import Support

/// Several runs on one page.
struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Draw several runs side by side on one page.",
        discussion: """
            The first run is what the others are compared with. Differences are shown where data, sampling period and \
            definitions are the same; where they are not, the page says so.

            Example: nilm-report compare output/small output/large --output compare.html
            """)

    @Argument(help: ArgumentHelp("Folders of 2 to 6 runs.", valueName: "RUN"))
    var folders: [String]
    @Option(help: ArgumentHelp("The page to write.", valueName: "FILE"))
    var output = "compare.html"
    @OptionGroup var look: LookOptions

    func run() throws {
        guard (Comparison.fewest...Comparison.most).contains(folders.count) else {
            throw Failure(
                "compare takes \(Comparison.fewest) to \(Comparison.most) runs, got \(folders.count)", exitCode: .usage)
        }
        let look = try look.look()
        let comparison = Comparison(
            try folders.map { path in
                let folder = try RunFolder(path: path)
                return Comparison.Run(
                    contents: try folder.contents(), configuration: try folder.configurationText(),
                    provenance: folder.manifest.provenance)
            }, tool: Version.text)
        try OutputFile.write(try comparison.html(look: look), to: output)
        for sentence in comparison.comparability { Console.log(LogLine(.info, sentence.english)) }
        Console.print(output)
        if self.look.open { Browser.open(output) }
    }
}
