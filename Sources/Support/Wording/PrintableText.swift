extension String {
    /// The text with control characters, which neither XML nor a font can show, replaced by U+FFFD.
    package var printable: String {
        guard unicodeScalars.contains(where: \.isUnprintable) else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.map { $0.isUnprintable ? "\u{fffd}" : $0 }))
    }
}

extension Unicode.Scalar {
    var isUnprintable: Bool {
        switch value {
        case 0..<0x20, 0x7f..<0xa0, 0xfffe, 0xffff: true
        // Marks that turn the direction of what follows them could reorder a label's neighbours.
        case 0x202a...0x202e, 0x2066...0x2069: true
        default: false
        }
    }
}

extension String {
    /// The text with some scalars replaced, whatever stands beside them: to Swift's characters CR LF are one, and so are
    /// a quote and an accent behind it, and a reader of bytes takes them for two.
    package func replacing(scalars replacements: [Unicode.Scalar: String]) -> String {
        var text = ""
        for scalar in unicodeScalars {
            if let replacement = replacements[scalar] {
                text += replacement
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
