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
