import ArgumentParser
import Configuration
import Datasets
import Foundation
import Pages
import Runs
import Support

/// data sets x appliances x models x seeds
struct ExperimentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "experiment",
        abstract: "Make all runs that a file asks for, and one page that compares them.",
        discussion: """
            The file names settings that all runs share, data sets, appliances, models and seeds:

              settings: {preset: real, data: "ukdale:ukdale", epochs: 12}
              data:
                same: {train_houses: [1]}
                other: {train_houses: [1], test_houses: [2]}
              appliances: [kettle, fridge]
              models:
                nilm:
                conv: {model: conv}
                fine: {model: fine}
              seeds: [0, 1, 2]

            Each run has a folder of its own. Runs that are there already are kept, so the same command goes on after an
            interruption. The first model is what the others are compared with.

            Example: nilm-report experiment houses.yaml --output output/houses
            """)

    @Argument(help: ArgumentHelp("The experiment, in YAML.", valueName: "FILE"))
    var file: String
    @Option(
        help: ArgumentHelp("Folder of the runs and the page; by default the file's name in output.", valueName: "DIR"))
    var output: String?
    @Flag(help: "Say which runs there would be, and make none.")
    var list = false
    @Flag(help: "Make runs again that are there with other settings.")
    var force = false
    @OptionGroup var threading: ThreadOptions
    @OptionGroup var watching: ProgressOptions
    @OptionGroup var look: LookOptions

    func run() throws {
        let text = String(decoding: try FileReader.bytes(of: file, most: FileReader.mostText), as: UTF8.self)
        let experiment = try ExperimentFile.experiment(text: text, path: file)
        guard experiment.models.count <= ExperimentPage.mostModels else {
            throw Failure(
                "\(file): a page compares at most \(ExperimentPage.mostModels) models, got \(experiment.models.count)",
                exitCode: .usage)
        }
        let cases = try experiment.cases(named: Appliances.canonicalName)
        if list { return cases.forEach { Console.print($0.runID) } }
        let name = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
        let runs = ExperimentRuns(
            output: Folder.withoutTrailingSlash(output ?? "output/" + name), force: force,
            threads: try threading.count(), progress: watching.makeProgress(), look: try look.look())
        let results = try runs.make(cases, models: experiment.models.map(\.name))
        let page = runs.output + "/experiment.html"
        try AtomicFile.write(
            Array(try ExperimentPage(results, name: name, tool: Version.text).html(look: look.look()).utf8), to: page)
        Console.print(page)
        if look.open { Browser.open(page) }
        guard results.missing.isEmpty else {
            throw Failure("\(results.missing.count) of \(cases.count) runs failed; see above", exitCode: .failed)
        }
    }
}
