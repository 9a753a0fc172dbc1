import Support

/// Writes the macros of man(7), with text as text: no hyphen, backslash or leading dot of it is a command.
struct Roff {
    private(set) var text = ""

    mutating func title(_ name: String, section: Int, footer: String) {
        // No date: the same program has the same page.
        text += ".TH \(Self.escaped(name.uppercased())) \(section) \"\" \"\(Self.escaped(footer))\"\n"
    }

    mutating func heading(_ title: String) { text += ".SH \(Self.escaped(title))\n" }

    mutating func subheading(_ title: String) { text += ".SS \(Self.escaped(title))\n" }

    mutating func line(_ words: String) { text += Self.escaped(words) + "\n" }

    mutating func paragraph(_ words: String) {
        text += ".PP\n"
        line(words)
    }

    /// A word with what it means, which is indented.
    mutating func term(_ term: String, _ meaning: String) {
        text += ".TP\n.B \(Self.escaped(term))\n"
        line(meaning)
    }

    /// Lines that are indented stay as they are, such as examples; others are filled.
    mutating func paragraphs(_ words: String) {
        var isExample = false
        for piece in words.split(separator: "\n", omittingEmptySubsequences: false) {
            if piece.hasPrefix("  ") != isExample {
                isExample.toggle()
                text += isExample ? ".PP\n.nf\n" : ".fi\n"
            }
            if piece.isEmpty { continue }
            if isExample { line(String(piece)) } else { paragraph(String(piece)) }
        }
        if isExample { text += ".fi\n" }
    }

    private static func escaped(_ words: String) -> String {
        let plain = words.replacing(scalars: ["\\": "\\e", "-": "\\-", "\n": " "])
        return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
    }
}
