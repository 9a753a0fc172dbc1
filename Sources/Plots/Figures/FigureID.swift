/// Names of figures that are fit for files and for ids of a page.
package enum FigureID {
    /// The parts joined by hyphens; two different lists of parts differ, but for hyphens and underscores.
    static func id(_ parts: String...) -> String { parts.map(slug).joined(separator: "-") }

    /// `[a-z0-9-]` only. A name that has to lose anything else than underscores ends with a hash of the whole name, so
    /// that "Fridge 1", "fridge#1" and a name in another script stay apart, on every machine and in every run alike.
    package static func slug(_ name: String) -> String {
        let letters = name.lowercased().unicodeScalars.map { scalar in
            isPlain(scalar) ? Character(scalar) : "-"
        }
        let words = String(letters).split(separator: "-").joined(separator: "-")
        let kept = String(words.prefix(mostCharacters))
        if kept == name.replacing("_", with: "-") { return kept }
        let hash = String(fnv1a(name), radix: 16)
        return (kept.isEmpty ? "" : kept + "-") + hash
    }

    /// File names stay far below the 255 bytes of file systems.
    private static let mostCharacters = 60

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
    }

    /// The 32-bit FNV-1a hash of the UTF-8 bytes (http://www.isthe.com/chongo/tech/comp/fnv/).
    private static func fnv1a(_ text: String) -> UInt32 {
        text.utf8.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
    }
}
