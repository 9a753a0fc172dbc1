/// A layout of measured data that `--data` names: each reader's file has its own, and ``all`` lists them.
package struct SourceFormat: Sendable {
    /// What stands behind the name: `ukdale:DIR`, `csv:FILE`.
    enum Place: String, Sendable {
        case folder = "DIR"
        case file = "FILE"
    }

    /// `ukdale` of `ukdale:DIR`.
    package let name: String
    let place: Place
    /// Whether a folder with these names may be one, for the advice where only a path was given.
    let recognises: @Sendable (_ names: [String]) -> Bool
    let open: @Sendable (_ path: String, ReaderOptions) throws(DatasetError) -> any HouseReader

    init(
        _ name: String, _ place: Place, recognises: @escaping @Sendable ([String]) -> Bool = { _ in false },
        open: @escaping @Sendable (String, ReaderOptions) throws(DatasetError) -> any HouseReader
    ) {
        self.name = name
        self.place = place
        self.recognises = recognises
        self.open = open
    }

    /// Every reader. Folders are recognised by the first that does, or else are of the first format.
    package static let all: [SourceFormat] = [.ukdale, .refit, .csv]

    /// `ukdale:DIR`
    var form: String { "\(name):\(place.rawValue)" }

    /// Whether the text of a `--data` option names this format.
    package func isNamed(in source: String) -> Bool { source.hasPrefix(name + ":") }
}

extension SourceFormat: Equatable {
    package static func == (a: SourceFormat, b: SourceFormat) -> Bool { a.name == b.name }
}
