import ArgumentParser
import Networks
import Support

/// What other programs' forward and backward passes are compared with: `Tests/pytorch/check.py` reads it.
struct ReferenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reference",
        abstract: "Write networks, their PyTorch modules, outputs and gradients, to compare them with PyTorch.",
        discussion: """
            For each network NAME: NAME.safetensors, its model file; NAME.py, its module; and NAME.values.safetensors with \
            aggregate, power and on_probability, (windows, T); the same with .weights, what each sample counts in a scalar; \
            and grad.PARAMETER, the scalar's gradient.
            """)

    @Argument(help: ArgumentHelp("The folder to write to.", valueName: "DIR"))
    var folder: String

    func run() throws {
        try Folder.create(folder)
        for network in ReferenceNetwork.all {
            let path = folder + "/" + network.name
            let model = network.model
            try OutputFile.write(model.bytes(), to: path + ".safetensors")
            let module = PyTorchModule(network.description, weightsName: network.name + ".safetensors")
            try OutputFile.write(module.source(), to: path + ".py")
            try network.values(of: model.parameters).write(to: path + ".values.safetensors")
            print(path + ".py")
        }
    }
}
