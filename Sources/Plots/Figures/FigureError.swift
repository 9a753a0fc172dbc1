/// What keeps the figures of a run from being made.
package enum FigureError: Error, Equatable {
    /// The zone of the run's data is unknown to this machine.
    case plotting(PlottingError)
    /// results.json names a tensor that data/attention.safetensors does not have.
    case tensorMissing(name: String)
    /// A tensor's shape is not (heads, cells, cells) of results.json.
    case tensorShape(name: String, expected: [Int], got: [Int])
    /// A map of results.json covers no time.
    case mapWithoutTime(tensor: String, seconds: Int)
    /// Two figures would have one file name.
    case ambiguousNames(id: String, first: String, second: String)
}

extension FigureError: CustomStringConvertible {
    private static let attentionFile = "data/attention.safetensors"

    package var description: String {
        switch self {
        case .plotting(let error): "\(error)"
        case .tensorMissing(let name):
            "\(Self.attentionFile): expected a tensor \"\(name)\", which results.json names, and found none; "
                + "the two files are not of one run: evaluate it again"
        case .tensorShape(let name, let expected, let got):
            "\(Self.attentionFile): expected tensor \"\(name)\" to have the shape \(expected) of results.json, got \(got); "
                + "the two files are not of one run: evaluate it again"
        case .mapWithoutTime(let tensor, let seconds):
            "results.json: expected the attention map \"\(tensor)\" and its window to cover more than 0 s, "
                + "got \(seconds) s; evaluate the run again"
        case .ambiguousNames(let id, let first, let second):
            "figures \"\(first)\" and \"\(second)\" would both be written to figures/\(id).png; "
                + "give their appliances names that differ in more than hyphens and underscores"
        }
    }
}
