import Foundation

/// English that a Spanish text has left.
enum EnglishWords {
    /// Words that are none in Spanish.
    private static let words: Set<Substring> = [
        "about", "above", "all", "also", "always", "an", "and", "another", "any", "appliance", "appliances",
        "are", "as", "ask", "at", "average", "averaged", "be", "because", "been", "before", "below", "beyond",
        "both", "but", "by", "can", "cannot", "choose", "day", "days", "did", "do", "does", "draws", "each",
        "earlier", "epoch", "fewer", "fields", "first", "for", "found", "from", "gaps", "had", "have", "head",
        "here", "house", "if", "in", "into", "is", "it", "its", "keys", "less", "line", "lines", "long",
        "longer", "lower", "meter", "meters", "model", "models", "more", "most", "never", "none", "nor",
        "not", "nothing", "of", "off", "on", "one", "only", "or", "other", "others", "out", "over", "part",
        "power", "predicted", "predicting", "prediction", "reading", "readings", "row", "rows", "run", "runs",
        "said", "same", "samples", "say", "says", "scored", "scores", "see", "share", "shown", "so", "steps",
        "taken", "test", "than", "that", "the", "their", "them", "there", "these", "they", "this", "through",
        "to", "too", "training", "true", "truth", "two", "under", "until", "up", "used", "uses", "was",
        "watts", "week", "were", "what", "when", "where", "which", "whole", "with", "without", "worse",
        "would", "year", "zero",
    ]

    /// The English words of a text, without quoted names: `--csv-unit`, `channel_1.dat`, `run/report.html`.
    static func left(in text: String) -> [Substring] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber && !"_-/.".contains($0) }
            .map { $0.drop { $0 == "." } }.map { $0.last == "." ? $0.dropLast() : $0 }
            .filter { words.contains($0) }
    }
}
