import Support

/// What a person can get wrong in a configuration.
package enum ConfigurationError: Error, Equatable, CustomStringConvertible {
    case unknownKey(String, origin: ConfigurationLayer.Origin, nearest: String?)
    case badValue(key: String, words: [String], expected: String, origin: ConfigurationLayer.Origin)
    case contradiction(String)
    /// What is wrong with an experiment at a place in its file.
    case badExperiment(String, origin: ConfigurationLayer.Origin)
    case notYAML(path: String, line: Int, problem: String)
    case notAMapping(path: String)

    static func value(_ entry: ConfigurationLayer.Entry) -> ConfigurationError {
        .badValue(
            key: entry.setting.key, words: entry.words, expected: entry.setting.expected, origin: entry.origin)
    }

    package var description: String {
        switch self {
        case .unknownKey(let key, let origin, let nearest):
            let help =
                nearest.map { "did you mean \($0)?" }
                ?? "the keys are \(Setting.all.map(\.key).joined(separator: ", "))"
            return "\(origin): there is no setting \"\(key)\"; \(help)"
        case .badValue(let key, let words, let expected, let origin):
            let got = words.isEmpty ? "nothing" : "\"\(words.joined(separator: ","))\""
            let nearest = Spelling.nearest(to: words.first ?? "", among: Setting.named(key)?.choices ?? [])
            return "\(origin): \(key) must be \(expected), got \(got)" + (nearest.map { "; did you mean \($0)?" } ?? "")
        case .contradiction(let text): return text
        case .badExperiment(let text, let origin): return "\(origin): \(text)"
        case .notYAML(let path, let line, let problem): return "\(path), line \(line): this is not YAML: \(problem)"
        case .notAMapping(let path):
            return "\(path): a configuration is lines of \"key: value\", this is something else"
        }
    }
}
