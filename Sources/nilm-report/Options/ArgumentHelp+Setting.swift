import ArgumentParser
import Configuration

extension ArgumentHelp {
    /// A setting's help, with what the presets have: `(default: 512; quick: 128)`. The default preset's is the default.
    static func setting(_ key: String, valueName: String? = nil) -> ArgumentHelp {
        guard let text = texts[key] else { preconditionFailure("there is no setting \(key)") }
        return ArgumentHelp(text, valueName: valueName)
    }

    /// By key, made once: the parser asks for each many times.
    private static let texts: [String: String] = {
        let presets = Preset.allCases.map { ($0, $0.configuration) }
        return Dictionary(uniqueKeysWithValues: Setting.all.map { ($0.key, text(of: $0, presets)) })
    }()

    private static func text(of setting: Setting, _ presets: [(Preset, RunConfiguration)]) -> String {
        let values = presets.map { preset, configuration in
            let words = setting.words(configuration)
            return (preset, value: words.isEmpty || words == [""] ? "none" : words.joined(separator: ","))
        }
        guard let standard = values.first(where: { $0.0 == .demo })?.value else {
            preconditionFailure("demo is the default preset")
        }
        let others = values.filter { $0.value != standard }
        if standard == "none" && others.isEmpty || saysItself.contains(setting.key) { return setting.help }
        let all = ["default: \(standard)"] + others.map { "\($0.0.rawValue): \($0.value)" }
        return "\(setting.help) (\(all.joined(separator: "; ")))"
    }

    /// Settings that no preset says anything useful of.
    private static let saysItself: Set = ["preset", "data"]
}
