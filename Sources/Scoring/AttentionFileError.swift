/// Why a file of attention weights was not taken.
package enum AttentionFileError: Error, Equatable {
    case name(path: String, tensor: String)
    case appliance(path: String, tensor: String, known: [String])
    case shape(path: String, tensor: String, got: [Int])
    case weights(path: String, tensor: String, head: Int, query: Int, sum: Float)
    /// `got` is nil where the metadata have no such key.
    case metadata(path: String, key: String, got: String?)
    case window(path: String, appliance: String, start: Int, steps: Int)
}

extension AttentionFileError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .name(let path, let tensor):
            "\(path): expected tensors named as kettle/layer0/fine or kettle/layer0/coarse, got \"\(tensor)\"; rename it"
        case .appliance(let path, let tensor, let known):
            "\(path): the tensor \"\(tensor)\" is of an appliance without predictions; there are those of "
                + known.joined(separator: ", ")
        case .shape(let path, let tensor, let got):
            "\(path): the tensor \"\(tensor)\" must have the shape (heads, cells, cells), got \(got)"
        case .weights(let path, let tensor, let head, let query, let sum):
            "\(path): the weights of a query must not be negative and add up to 1; in \"\(tensor)\", head \(head), query "
                + "\(query), they add up to \(sum): save them after the softmax, query by key"
        case .metadata(let path, let key, let got):
            "\(path): expected the metadata key \(key) with a whole number, got \(got.map { "\"\($0)\"" } ?? "none"); "
                + "the window is said by APPLIANCE.start (Unix seconds) and APPLIANCE.steps (samples)"
        case .window(let path, let appliance, let start, let steps):
            "\(path): the window of \(appliance), \(steps) samples from \(start), is not among the scored rows; choose a "
                + "window without a gap"
        }
    }
}
