import ArgumentParser
import Datasets
import Networks
import Support

/// A trained network for another program.
struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write a trained network for another program: as a PyTorch module.",
        discussion: """
            --pytorch writes one Python file that needs PyTorch alone: a class whose forward pass is written out step by \
            step, from the meter's watts to the appliance's watts and the probability that it is on, and load(), which takes \
            the run's folder or its model file. A run of several appliances has a network of each; --appliance says \
            which.

            No part of it: the average of overlapping windows, what is done at gaps, and house_levels.

            Examples:
              nilm-report export output/latest --pytorch network.py
              nilm-report export output/latest --appliance kettle --pytorch kettle.py
              python kettle.py output/latest < watts.txt
            """)

    @Argument(help: ArgumentHelp("A run's folder or a model file of this program.", valueName: "RUN|FILE"))
    var model: String
    @Option(help: ArgumentHelp("The Python file to write; - for standard output.", valueName: "FILE.py"))
    var pytorch: String
    @Option(help: "The appliance whose network is written, of a run that has several.")
    var appliance: String?

    func validate() throws {
        guard !pytorch.isEmpty else {
            throw ValidationError("--pytorch must be a file's path, or - for standard output")
        }
    }

    func run() throws {
        let chosen = try SavedModels(path: model).choose(appliance.map { [Appliances.canonicalName($0)] } ?? [])
        guard chosen.count == 1 else {
            let names = chosen.map(\.description.appliance).joined(separator: ", ")
            throw Failure("\(model): has models of \(names); say with --appliance which one to write", exitCode: .usage)
        }
        let source = try PyTorchModule(chosen[0].description, weightsName: chosen[0].name).source()
        if pytorch == "-" {
            Console.print(content: Array(source.utf8))
        } else {
            try OutputFile.write(source, to: pytorch)
        }
    }
}
