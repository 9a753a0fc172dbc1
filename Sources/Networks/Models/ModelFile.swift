import Datasets
import Foundation
import Kernels
import Support

/// What a model file says of its network besides the weights.
package struct ModelDescription: Codable, Equatable, Sendable {
    /// The model's name on the command line.
    package var model: String
    package var architecture: Architecture
    package var appliance: String
    /// Seconds between samples, and samples in a window, of the training data.
    package var periodS: Int
    package var window: Int
    package var normalisation: Normalisation
    /// The training part's mean power of the appliance, watts: what the mean predictor says.
    package var meanW: Double
    /// The greatest aggregate of the training part, watts; nil in files of versions that did not say.
    package var aggregateMaxW: Double?

    package init(
        model: String, architecture: Architecture, appliance: String, periodS: Int, window: Int,
        normalisation: Normalisation, meanW: Double, aggregateMaxW: Double? = nil
    ) {
        self.model = model
        self.architecture = architecture
        self.appliance = appliance
        self.periodS = periodS
        self.window = window
        self.normalisation = normalisation
        self.meanW = meanW
        self.aggregateMaxW = aggregateMaxW
    }
}

/// A trained network on disk: weights under PyTorch's names in PyTorch's layouts, and its description in the metadata.
///
/// PyTorch's safetensors library loads it into the original network, and a state dictionary that it saved is read here;
/// what such a file can't say is then assumed, and said.
package struct ModelFile: Sendable {
    /// nil for a file that another program wrote.
    package let description: ModelDescription?
    package let architecture: Architecture
    package let parameters: AlignedBuffer
    private let layout: ParameterLayout

    /// The network, which ``parameters`` belong to.
    package var network: any Network { architecture.network }
    /// Trainable numbers.
    package var count: Int { layout.count }

    /// The metadata key of the description, as JSON.
    static let key = "nilm-report"
    /// Tensors of PyTorch's state dictionary that are constants.
    private static let constants: Set = ["pos_enc.pe"]

    package init(description: ModelDescription, parameters: AlignedBuffer) {
        self.description = description
        self.parameters = parameters
        architecture = description.architecture
        layout = architecture.network.layout
    }

    /// Reads a file. For one without a description, width and depth follow from the tensors, and heads and scale are
    /// those of `assumed`.
    package init(contentsOf path: String, assumed: SeedModel.Shape = SeedModel.Shape()) throws(ModelFileError) {
        let file: Safetensors
        do throws(SafetensorsError) { file = try Safetensors(contentsOf: path) } catch { throw .unreadable(error) }
        description = try ModelFile.description(in: file, path: path)
        architecture =
            if let description { description.architecture } else {
                .seed(try ModelFile.shape(of: file, path: path, assumed: assumed))
            }
        guard architecture.problem == nil, description?.isPossible ?? true else {
            throw .badDescription(
                path: path, problem: "its sizes are impossible: \(architecture)\(description?.sizes ?? "")")
        }
        layout = architecture.network.layout
        // Before there is memory for the parameters: a damaged description may ask for any amount.
        let tensors = try ModelFile.tensors(of: layout, in: file, path: path)
        parameters = AlignedBuffer(count: layout.storage)
        for (entry, tensor) in zip(layout.entries, tensors) {
            entry.slice.of(parameters).base.update(from: tensor.values, count: tensor.values.count)
        }
    }

    /// The tensor of each parameter, in the layout's order; refuses a file that has others.
    private static func tensors(
        of layout: ParameterLayout, in file: Safetensors, path: String
    ) throws(ModelFileError) -> [Safetensors.Tensor] {
        var tensors: [Safetensors.Tensor] = []
        var expected = constants
        for entry in layout.entries {
            guard let tensor = file.tensors[entry.name] else { throw .missingTensor(path: path, name: entry.name) }
            guard tensor.shape == entry.shape else {
                throw .wrongShape(path: path, name: entry.name, expected: entry.shape, got: tensor.shape)
            }
            guard tensor.values.allSatisfy(\.isFinite) else { throw .notFinite(path: path, name: entry.name) }
            tensors.append(tensor)
            expected.insert(entry.name)
        }
        if let name = file.tensors.keys.sorted().first(where: { !expected.contains($0) }) {
            throw .unexpectedTensor(path: path, name: name)
        }
        return tensors
    }

    /// The bytes of the file; the same content gives the same bytes.
    package func bytes() throws -> [UInt8] {
        var tensors: [String: Safetensors.Tensor] = [:]
        for entry in layout.entries {
            tensors[entry.name] = Safetensors.Tensor(shape: entry.shape, values: entry.slice.of(parameters).values)
        }
        // "pt" is what PyTorch's library writes itself and some loaders ask for.
        var metadata = ["format": "pt"]
        if let description {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            metadata[ModelFile.key] = String(decoding: try encoder.encode(description), as: UTF8.self)
        }
        return try Safetensors(metadata: metadata, tensors: tensors).bytes(source: "the model")
    }

    private static func description(in file: Safetensors, path: String) throws(ModelFileError) -> ModelDescription? {
        guard let text = file.metadata[key] else { return nil }
        do {
            return try JSONDecoder().decode(ModelDescription.self, from: Data(text.utf8))
        } catch {
            throw .badDescription(path: path, problem: "\(error)")
        }
    }

    /// The sizes that a bare state dictionary shows.
    private static func shape(
        of file: Safetensors, path: String, assumed: SeedModel.Shape
    ) throws(ModelFileError) -> SeedModel.Shape {
        guard let embedding = file.tensors["in_proj.weight"] else {
            throw .missingTensor(path: path, name: "in_proj.weight")
        }
        var shape = assumed
        shape.width = embedding.shape.first ?? 0
        shape.depth = 0
        while file.tensors["blocks.\(shape.depth).fuse.weight"] != nil { shape.depth += 1 }
        guard shape.depth > 0 else { throw .missingTensor(path: path, name: "blocks.0.fuse.weight") }
        guard shape.width % shape.heads == 0 else {
            throw .heads(path: path, width: shape.width, heads: shape.heads)
        }
        return shape
    }
}

extension ModelDescription {
    /// Whether any training data can have been so.
    fileprivate var isPossible: Bool {
        (1...86400).contains(periodS) && (1...1_000_000).contains(window) && meanW.isFinite && meanW >= 0
    }

    /// What ``isPossible`` looks at, for the error message.
    fileprivate var sizes: String { ", windows of \(window) samples every \(periodS) s, mean \(meanW) W" }
}

/// Why a model file can't be used.
package enum ModelFileError: Error, Equatable, CustomStringConvertible {
    case unreadable(SafetensorsError)
    case badDescription(path: String, problem: String)
    case missingTensor(path: String, name: String)
    case unexpectedTensor(path: String, name: String)
    case wrongShape(path: String, name: String, expected: [Int], got: [Int])
    case notFinite(path: String, name: String)
    case heads(path: String, width: Int, heads: Int)

    package var description: String {
        switch self {
        case .unreadable(let error): "\(error)"
        case .badDescription(let path, let problem):
            "\(path): the model's description in the metadata is damaged: \(problem)"
        case .missingTensor(let path, let name):
            "\(path): there is no tensor \"\(name)\"; expected the state dictionary of the multi-scale Transformer"
        case .unexpectedTensor(let path, let name):
            "\(path): the tensor \"\(name)\" belongs to no parameter of the multi-scale Transformer"
        case .wrongShape(let path, let name, let expected, let got):
            "\(path): the tensor \"\(name)\" must have the shape \(expected), got \(got)"
        case .notFinite(let path, let name): "\(path): the tensor \"\(name)\" holds numbers that are not finite"
        case .heads(let path, let width, let heads):
            "\(path): its width is \(width), no multiple of \(heads) heads; say how many it has with --heads"
        }
    }
}
