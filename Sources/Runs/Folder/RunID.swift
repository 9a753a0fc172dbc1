import Support

/// A run's name, which is its folder's name.
package struct RunID: Equatable, Sendable {
    package let text: String

    /// UTC time and a hash of all that decides the run's numbers: `20261122T111003Z-a1b2c3`. `inputs` are hashes of
    /// what is used beside the configuration, such as a model.
    package init(created: UTCTime, configuration: String, inputs: [String] = []) {
        text = created.compact + "-" + FileHash.sha256(([configuration] + inputs).joined(separator: "\n")).prefix(6)
    }

    /// A name that a person chose: 1 to 100 of ASCII letters, digits, `.`, `_` and `-`, no dot or dash in front.
    package init(_ text: String) throws(RunFolderError) {
        let allowed = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
                true
            default: false
            }
        }
        guard allowed, (1...100).contains(text.utf8.count), !text.hasPrefix("."), !text.hasPrefix("-"),
            text != RunFolder.latest
        else { throw .invalidID(text) }
        self.text = text
    }
}
