import Support

/// A keyword and its text in a PNG file, such as `Title` or `Software`, by which a figure can be traced wherever it is
/// pasted.
package struct PNGText: Equatable, Sendable {
    package let keyword: String
    package let text: String

    /// `keyword`: 1 to 79 printable ASCII characters, no spaces at its ends or in a row.
    package init(_ keyword: String, _ text: String) {
        precondition(
            Self.isKeyword(keyword),
            "a PNG keyword needs 1 to 79 printable ASCII characters without outer or double spaces, got \"\(keyword)\"")
        self.keyword = keyword
        self.text = text.printable
    }

    static func isKeyword(_ text: String) -> Bool {
        (1...79).contains(text.utf8.count) && text.utf8.allSatisfy { (0x20...0x7e).contains($0) }
            && !text.hasPrefix(" ") && !text.hasSuffix(" ") && !text.contains("  ")
    }
}
