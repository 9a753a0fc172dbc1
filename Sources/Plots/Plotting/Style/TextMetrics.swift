/// Widths of text for layout, before there is a canvas to ask.
///
/// They are those of DejaVu Sans, which the PNG is set in and which is wider than the usual fonts of a page, so that
/// what fits there fits here.
package enum TextMetrics {
    /// Advances of U+0020 to U+007E in thousandths of the font size.
    private static let advances: [Double] = [
        318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636,
        636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656,
        557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500, 613,
        635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818,
        592, 592, 525, 636, 337, 636, 838,
    ]
    /// For a character outside of the table: as wide as the widest letters, so that a guess is never too small.
    private static let otherAdvance = 1000.0
    /// Bold is about this much wider.
    private static let boldFactor = 1.13

    /// The width of a line of text in points.
    package static func width(of text: String, _ style: TextStyle) -> Double {
        let thousandths = text.unicodeScalars.reduce(0.0) { sum, scalar in
            let index = Int(scalar.value) - 0x20
            return sum + (advances.indices.contains(index) ? advances[index] : otherAdvance)
        }
        return thousandths / 1000 * style.size * (style.bold ? boldFactor : 1)
    }

    /// The text, or its beginning and an ellipsis where it is wider than `width` points.
    package static func fitted(_ text: String, _ style: TextStyle, width available: Double) -> String {
        guard width(of: text, style) > available else { return text }
        var kept = text
        while !kept.isEmpty, width(of: kept + "…", style) > available { kept.removeLast() }
        while kept.last == " " { kept.removeLast() }
        return kept + "…"
    }

    /// As ``lines(_:_:width:)``, with lines of about the same length: no last one of a single short word.
    package static func balancedLines(_ text: String, _ style: TextStyle, width available: Double) -> [String] {
        let widest = text.split(separator: " ").map { width(of: String($0), style) }.max() ?? 0
        let most = lines(text, style, width: available).count
        let widths = stride(from: min(max(available / 2, widest), available), to: available, by: style.size)
        return widths.lazy.map { lines(text, style, width: $0) }.first { $0.count <= most }
            ?? lines(text, style, width: available)
    }

    /// The text in lines of at most `width` points, broken at spaces; a longer word is cut.
    package static func lines(_ text: String, _ style: TextStyle, width available: Double) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, width(of: last + " " + word, style) <= available {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(fitted(String(word), style, width: available))
            }
        }
        return lines
    }
}
