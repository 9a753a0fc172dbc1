import Yams

/// Reads and writes configurations as YAML: one key a line, lists as [a, b].
package enum ConfigurationFile {
    /// The settings in a file's text; `path` is for error messages.
    package static func layer(text: String, path: String) throws(ConfigurationError) -> ConfigurationLayer {
        var layer = ConfigurationLayer()
        guard let root = try compose(text, path: path) else { return layer }
        guard let mapping = root.mapping else { throw .notAMapping(path: path) }
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

    private static func compose(_ text: String, path: String) throws(ConfigurationError) -> Node? {
        do {
            return try Yams.compose(yaml: text)
        } catch let YamlError.scanner(_, problem, mark, _), let YamlError.parser(_, problem, mark, _),
            let YamlError.composer(_, problem, mark, _)
        {
            throw .notYAML(path: path, line: mark.line, problem: problem)
        } catch {
            throw .notYAML(path: path, line: 1, problem: "\(error)")
        }
    }

    /// A scalar is one word, a sequence of scalars several, null none.
    private static func words(
        of node: Node, key: String, origin: ConfigurationLayer.Origin
    ) throws(ConfigurationError) -> [String] {
        switch node {
        case .scalar(let scalar):
            let isNull = scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
            return isNull ? [] : [scalar.string]
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
            case _ where scalar.value < 32 || scalar.value == 127:
                let digits = String(scalar.value, radix: 16)
                text += "\\x" + (digits.count < 2 ? "0" : "") + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        return "\"\(text)\""
    }
}
