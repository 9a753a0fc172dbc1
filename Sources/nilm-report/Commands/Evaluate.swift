import ArgumentParser
import Configuration
import Datasets
import Files
import Foundation
import Models
import Runs

/// Scores a saved model.
struct Evaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Score a run's models, or a model file, on its own or other data.",
        discussion: """
            MODEL is a run's folder or a .safetensors file: one of this program's, or a state dictionary of the original \
            PyTorch network. For the latter say what the file can't: --heads, --scale, --normalisation, --window.

            Examples:
              nilm-report evaluate output/latest --test-houses 2
              nilm-report evaluate model.safetensors --data ukdale:ukdale --appliance kettle --normalisation kilowatt
            """)

    @Argument(help: ArgumentHelp("A run's folder or a model file.", valueName: "MODEL"))
    var model: String
    @OptionGroup var settings: SettingOptions
    @OptionGroup var options: RunOptions
    @OptionGroup var look: LookOptions

    func run() throws {
        let look = try look.look()
        var isFolder: ObjCBool = false
        let isThere = FileManager.default.fileExists(atPath: model, isDirectory: &isFolder)
        guard isThere else { throw FileError.missing(path: model) }
        let (configuration, models) = try isFolder.boolValue ? ofRun() : ofFile()
        let threads = try options.threading.count()
        let (draft, created) = try options.draft(configuration: ConfigurationFile.text(of: configuration))
        try draft.fill { draft in
            var assembly = RunAssembly(
                configuration: configuration, threads: threads, progress: options.watching.makeProgress())
            return try assembly.evaluate(models, into: draft, created: created, look: look)
        }
    }

    /// A run brings its configuration, which the options change, and a model for each appliance.
    private func ofRun() throws -> (RunConfiguration, [ModelFile]) {
        let folder = try RunFolder(path: model)
        let path = folder.path + "/" + RunFolder.configurationName
        guard let text = try folder.configurationText() else { throw RunFolderError.missing(path: path) }
        var configuration = try settings.resolve(base: ConfigurationFile.layer(text: text, path: path))
        let results = try ResultsFile.read(path: folder.verifiedPath(of: ResultsFile.name))
        let trained = results.appliances.map(\.name)
        let wanted = configuration.appliances.map(Appliances.canonicalName)
        if let other = wanted.first(where: { !trained.contains($0) }) {
            throw Failure(
                "\(model): has no model for \(other); it has those of \(trained.joined(separator: ", "))",
                exitCode: .usage)
        }
        let all = try ModelStore.models(of: folder, appliances: trained)
        let chosen = zip(trained, all).filter { wanted.isEmpty || wanted.contains($0.0) }
        configuration.appliances = chosen.map(\.0)
        if let shape = chosen.first?.1.network.shape { try adopt(shape, in: &configuration) }
        try check(chosen.map(\.1), configuration)
        return (configuration, chosen.map(\.1))
    }

    /// A file brings one model; what it says of itself goes before the preset's settings.
    private func ofFile() throws -> (RunConfiguration, [ModelFile]) {
        let origin = ConfigurationLayer.Origin.file(path: model, line: 1)
        // What a bare state dictionary can't say is taken from the network it was made for, whatever the preset.
        var base = ConfigurationLayer()
        try base.add("heads", [String(Preset.seed.configuration.heads)], from: origin)
        try base.add("scale", [String(Preset.seed.configuration.scale)], from: origin)
        var configuration = try settings.resolve(base: base)
        let file = try ModelFile(contentsOf: model, assumed: SeedModel.Shape(configuration))
        if let description = file.description {
            try base.add("appliances", [description.appliance], from: origin)
            try base.add("period", [String(description.periodS)], from: origin)
            try base.add("window", [String(description.window)], from: origin)
            configuration = try settings.resolve(base: base)
        } else {
            let shape = file.network.shape
            options.watching.makeProgress().stage(
                "\(model): has no description; assumed \(shape.heads) heads, scale \(shape.scale), normalisation "
                    + configuration.normalisation.rawValue)
        }
        try adopt(file.network.shape, in: &configuration)
        guard configuration.appliances.count <= 1 else {
            throw Failure("\(model): is one appliance's model; give one --appliance", exitCode: .usage)
        }
        try check([file], configuration)
        return (configuration, [file])
    }

    /// Sets the network's sizes to those of the model; an option that says otherwise is an error.
    private func adopt(_ shape: SeedModel.Shape, in configuration: inout RunConfiguration) throws {
        let sizes: [(String, String?, Int?)] = [
            ("width", settings.width, shape.width), ("heads", settings.heads, shape.heads),
            ("depth", settings.depth, shape.depth), ("scale", settings.scale, shape.scale),
            ("band", settings.band, shape.band),
        ]
        for case (let name, let given?, let size) in sizes where Int(given) != size {
            throw Failure(
                "--\(name) is \(given), the \(name) of \(model) is \(size.map(String.init) ?? "none"): leave the option out",
                exitCode: .usage)
        }
        (configuration.width, configuration.heads) = (shape.width, shape.heads)
        (configuration.depth, configuration.scale) = (shape.depth, shape.scale)
        configuration.band = shape.band
    }

    /// Refuses to score a model at another sampling period than it was trained at.
    private func check(_ models: [ModelFile], _ configuration: RunConfiguration) throws {
        for case let description? in models.map(\.description) where description.periodS != configuration.period {
            throw Failure(
                "\(model): was trained on samples every \(description.periodS) s, --period is \(configuration.period); "
                    + "train a model for that period", exitCode: .usage)
        }
    }
}
