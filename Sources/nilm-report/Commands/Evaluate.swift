import ArgumentParser
import Configuration
import Datasets
import Foundation
import Networks
import Runs
import Support

/// Scores a saved model.
struct Evaluate: RunCommand {
    static let configuration = CommandConfiguration(
        abstract: "Score a run's models, or a model file, on its own or other data.",
        discussion: """
            MODEL is a run's folder or a .safetensors file: one of this program's, or a state dictionary of the original \
            PyTorch network. For the latter say what the file can't: --heads, --scale, --normalisation, --window.

            A run's model is scored where the run scored it, or on all rows of --test-houses or of other --data, always \
            with its own normalisation and beside baselines fitted to its training data.

            Examples:
              nilm-report evaluate output/latest --test-houses 2
              nilm-report evaluate output/latest --data refit:REFIT --test-houses 2 --appliance dishwasher
              nilm-report evaluate model.safetensors --data ukdale:ukdale --appliance kettle --normalisation kilowatt
            """)

    @Argument(help: ArgumentHelp("A run's folder or a model file.", valueName: "MODEL"))
    var model: String
    @OptionGroup var settings: SettingOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var table: TableOptions
    @OptionGroup var gates: GateOptions
    @OptionGroup var options: RunOptions
    @OptionGroup var threading: ThreadOptions
    @OptionGroup var watching: ProgressOptions
    @OptionGroup var baseline: BaselineOptions
    @OptionGroup var look: LookOptions
    @OptionGroup var printing: PrintOptions
    @OptionGroup var sharing: SharingOptions

    func run() throws {
        let look = try look.look(printed: printing)
        var isFolder: ObjCBool = false
        let isThere = FileManager.default.fileExists(atPath: model, isDirectory: &isFolder)
        guard isThere else { throw FileError.missing(path: model) }
        let task = try isFolder.boolValue ? ofRun() : ofFile()
        let check = try baseline.check(gates: task.configuration.gates, isShared: sharing.isShared)
        let threads = try threading.count()
        try MemoryCheck(task.configuration, threads: threads, isTraining: false).require()
        let draft = try options.draft(
            configuration: ConfigurationFile.text(of: task.configuration),
            inputs: try task.models.map { FileHash.sha256(try $0.bytes()) }, isShared: sharing.isShared)
        try draft.fill(opens: self.look.open) { draft in
            var assembly = RunAssembly(
                configuration: task.configuration, threads: threads, check: check, isShared: sharing.isShared,
                progress: watching.makeProgress())
            do { return try assembly.evaluate(task, into: draft, look: look) } catch let error as DatasetError {
                throw Failure(tooCoarse: error) ?? error
            }
        }
    }

    /// A run brings its configuration, which the options change, a model for each appliance, and baselines that learnt
    /// from the same data. Other data than its own are scored entirely, its own where it scored them.
    private func ofRun() throws -> EvaluationTask {
        let run = try SavedRun(path: model)
        var configuration = try resolve(base: run.settings)
        let own = try RunConfiguration.resolve([run.settings])
        let isOther = configuration.data != own.data
        if isOther {
            configuration = try resolve(base: run.settings.withoutData())
        } else if configuration.testHouses != own.testHouses, configuration.trainHouses == own.trainHouses {
            // Those that it was trained on in fact, so that none of them is scored.
            configuration.trainHouses = run.trainedHouses
        }
        let chosen = try run.choose(configuration.appliances.map(Appliances.canonicalName))
        configuration = configuration.without(appliances: run.appliances.filter { !chosen.contains($0) })
        configuration.appliances = chosen
        let models = zip(run.appliances, try run.models()).filter { chosen.contains($0.0) }.map(\.1)
        if let first = models.first { try adopt(first.architecture, in: &configuration) }
        try check(models, configuration)
        return EvaluationTask(
            configuration: configuration, models: models,
            fits: try run.fits().filter { chosen.contains($0.appliance) }, scope: isOther ? .unseen : .test,
            run: run)
    }

    /// A file brings one model; what it says of itself goes before the preset's settings. Its training data are not
    /// known, so the data at hand are split, and the baselines learn from their training part.
    private func ofFile() throws -> EvaluationTask {
        let origin = ConfigurationLayer.Origin.file(path: model, line: 1)
        // What a bare state dictionary can't say is taken from the network it was made for, whatever the preset.
        var base = ConfigurationLayer()
        try base.add("heads", [String(Preset.seed.configuration.heads)], from: origin)
        try base.add("scales", Preset.seed.configuration.scales.map(String.init), from: origin)
        var configuration = try resolve(base: base)
        let file = try ModelFile(contentsOf: model, assumed: assumedShape(configuration))
        if let description = file.description {
            try base.add("appliances", [description.appliance], from: origin)
            try base.add("period", [String(description.periodS)], from: origin)
            try base.add("window", [String(description.window)], from: origin)
            configuration = try resolve(base: base)
        } else if case .seed(let shape) = file.architecture {
            watching.makeProgress().stage(
                "\(model): has no description; assumed \(shape.heads) heads, scale \(shape.scale), normalisation "
                    + configuration.normalisation.rawValue)
        }
        try adopt(file.architecture, in: &configuration)
        guard configuration.appliances.count <= 1 else {
            throw Failure("\(model): is one appliance's model; give one --appliance", exitCode: .usage)
        }
        try check([file], configuration)
        return EvaluationTask(configuration: configuration, models: [file], scope: .all)
    }

    /// What a state dictionary can't say of its network, from the options.
    private func assumedShape(_ configuration: RunConfiguration) throws(ConfigurationError) -> SeedModel.Shape {
        var notebook = Preset.seed.configuration
        notebook.heads = configuration.heads
        notebook.scales = configuration.scales
        notebook.band = configuration.band
        return try SeedModel.Shape(notebook)
    }

    /// Sets the network's kind and sizes to those of the model; an option that says otherwise is an error.
    private func adopt(_ architecture: Architecture, in configuration: inout RunConfiguration) throws {
        let before = configuration
        switch architecture {
        case .seed(let shape):
            configuration.model = .seed
            (configuration.width, configuration.heads, configuration.depth) = (shape.width, shape.heads, shape.depth)
            configuration.scales = [1, shape.scale]
            configuration.band = shape.band
        case .nilm(let shape):
            configuration.model =
                shape.depth == 0
                ? .conv : shape.scales == [1] ? .fine : shape.scales.contains(1) ? .nilm : .coarse
            (configuration.width, configuration.heads, configuration.depth) = (shape.width, shape.heads, shape.depth)
            (configuration.scales, configuration.dilations) = (shape.scales, shape.dilations)
            configuration.calendar = shape.calendar ?? []
            (configuration.band, configuration.feedForward) = (shape.band, shape.feedForward ?? 4)
        }
        let given = [
            ("model", settings.model), ("width", settings.width), ("heads", settings.heads),
            ("depth", settings.depth), ("scales", settings.scales), ("dilations", settings.dilations),
            ("band", settings.band), ("feed_forward", settings.feedForward), ("calendar", settings.calendar),
        ]
        for case (let name, let text?) in given {
            guard let setting = Setting.named(name), setting.words(before) != setting.words(configuration) else {
                continue
            }
            let size = setting.words(configuration).joined(separator: ",")
            throw Failure(
                "--\(name) is \(text), the \(name) of \(model) is \(size.isEmpty ? "none" : size): leave the option out",
                exitCode: .usage)
        }
    }

    /// Refuses to score a model at another sampling period than it was trained at.
    private func check(_ models: [ModelFile], _ configuration: RunConfiguration) throws {
        for case let description? in models.map(\.description) where description.periodS != configuration.periodS {
            throw Failure(
                "\(model): was trained on samples every \(description.periodS) s, --period is \(configuration.periodS); "
                    + "train a model for that period", exitCode: .usage)
        }
    }
}
