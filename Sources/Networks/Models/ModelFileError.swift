import Support

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
