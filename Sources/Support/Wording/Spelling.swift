/// The help of an error message for a word that was probably mistyped.
package enum Spelling {
    /// The candidate that needs the fewest edits of `word`; nil if even that is a different word.
    package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
        let ranked = candidates.map { (candidate: $0, edits: edits(from: word, to: $0)) }
        guard let best = ranked.min(by: { ($0.edits, $0.candidate) < ($1.edits, $1.candidate) }) else { return nil }
        // A word of one or two letters is two edits from any other such word.
        return best.edits < word.count && best.edits <= max(2, word.count / 3) ? best.candidate : nil
    }

    /// Levenshtein's distance: insertions, deletions and replacements of one character.
    private static func edits(from a: String, to b: String) -> Int {
        let b = Array(b)
        var row = Array(0...b.count)
        for (i, character) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for j in b.indices {
                let replaced = diagonal + (character == b[j] ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
            }
        }
        return row[b.count]
    }
}
