import Yams

/// Reads and writes configurations as YAML: one key a line, lists as [a, b].
package enum ConfigurationFile {
    /// The settings in a file's text; `path` is for error messages.
    package static func layer(text: String, path: String) throws(ConfigurationError) -> ConfigurationLayer {
        guard let root = try compose(text, path: path) else { return ConfigurationLayer() }
        return try layer(of: root, path: path)
    }

    /// The settings of a mapping in the file at `path`; none for null.
    static func layer(of node: Node, path: String) throws(ConfigurationError) -> ConfigurationLayer {
        var layer = ConfigurationLayer()
        guard !isNull(node) else { return layer }
        guard let mapping = node.mapping else { throw .notAMapping(path: path) }
        for (key, value) in mapping {
            let origin = ConfigurationLayer.Origin.file(path: path, line: key.mark?.line ?? 1)
            guard let name = key.scalar?.string else { throw .notAMapping(path: path) }
            try layer.add(name, words(of: value, key: name, origin: origin), from: origin)
        }
        return layer
    }

    /// The configuration in the text of a config.yaml, which names every setting that differs from its preset.
    package static func configuration(text: String, path: String) throws(ConfigurationError) -> RunConfiguration {
        try RunConfiguration.resolve([try layer(text: text, path: path)])
    }

    /// All settings, one a line, in a fixed order. Reading it gives the same configuration.
    package static func text(of configuration: RunConfiguration) -> String {
        Setting.all.map { setting in
            let words = setting.words(configuration).map(quoted)
            if setting.isList { return "\(setting.key): [\(words.joined(separator: ", "))]\n" }
            return "\(setting.key): \(words.first ?? "null")\n"
        }.joined()
    }

    /// Bytes of the longest file: a configuration that names every setting has a few thousand.
    static let longest = 1 << 20
    /// Aliases of the most that a file may have. What they stand for is multiplied where they stand in one another:
    /// nine of nine of nine ... would never be done, 16 in all are a few hundred values at most.
    static let mostAliases = 16

    static func compose(_ text: String, path: String) throws(ConfigurationError) -> Node? {
        guard text.utf8.count <= longest else {
            throw .notYAML(path: path, line: 1, problem: "a configuration has at most \(longest) bytes")
        }
        if let line = lineOfAlias(mostAliases + 1, in: text) {
            throw .notYAML(
                path: path, line: line, problem: "a configuration has at most \(mostAliases) aliases (*name)")
        }
        do {
            return try Yams.compose(yaml: text)
        } catch let YamlError.scanner(_, problem, mark, _), let YamlError.parser(_, problem, mark, _),
            let YamlError.composer(_, problem, mark, _)
        {
            throw .notYAML(path: path, line: mark.line, problem: problem)
        } catch YamlError.reader(let problem, let offset, _, _) {
            let line = 1 + text.prefix(offset ?? 0).count { $0.isNewline }
            throw .notYAML(path: path, line: line, problem: problem)
        } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
            throw .notYAML(
                path: path, line: secondLine(of: keys[0], in: text) ?? context.mark.line,
                problem: "\(keys[0]) is written twice")
        } catch {
            throw .notYAML(path: path, line: 1, problem: "\(error)")
        }
    }

    /// The line, from 1, of what may be the alias with this number, from 1: an asterisk at a word's start.
    private static func lineOfAlias(_ number: Int, in text: String) -> Int? {
        var (line, found) = (1, 0)
        var previous = UInt8(ascii: " ")
        for byte in text.utf8 {
            if byte == UInt8(ascii: "*"), " \t\r\n[]{},:".utf8.contains(previous) {
                found += 1
                if found == number { return line }
            }
            if byte == UInt8(ascii: "\n") { line += 1 }
            previous = byte
        }
        return nil
    }

    /// The line that sets a key again, from 1.
    private static func secondLine(of key: String, in text: String) -> Int? {
        let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
        let found = lines.indices.filter { lines[$0].hasPrefix(key + ":") }
        return found.count > 1 ? found[1] + 1 : nil
    }

    static func isNull(_ node: Node) -> Bool {
        guard case .scalar(let scalar) = node else { return false }
        return scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
    }

    /// A scalar is one word, a sequence of scalars several, null none.
    static func words(
        of node: Node, key: String, origin: ConfigurationLayer.Origin
    ) throws(ConfigurationError) -> [String] {
        switch node {
        case .scalar(let scalar): return isNull(node) ? [] : [scalar.string]
        case .sequence(let items):
            var words: [String] = []
            for item in items {
                guard let scalar = item.scalar else {
                    throw .badValue(key: key, words: ["a list in a list"], expected: "a value", origin: origin)
                }
                words.append(scalar.string)
            }
            return words
        default:
            throw .badValue(key: key, words: ["a mapping"], expected: "a value", origin: origin)
        }
    }

    /// Plain where YAML reads the same text back, else in double quotes.
    private static func quoted(_ word: String) -> String {
        let plain = word.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "/"):
                true
            default: false
            }
        }
        if plain, !word.isEmpty, !["null", "~"].contains(word) { return word }
        var text = ""
        for scalar in word.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case _ where !isPrintable(scalar):
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        return "\"\(text)\""
    }

    /// Whether a character may stand in double quotes as it is: no control character, and no line break or
    /// non-character, which YAML folds or refuses. All that may not are in the first plane.
    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFFFE, 0xFFFF: false
        default: true
        }
    }
}
