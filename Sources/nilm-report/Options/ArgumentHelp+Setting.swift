import ArgumentParser
import Configuration

extension ArgumentHelp {
    /// A setting's help, with what the presets have: `(default: 512; quick: 128)`. The default preset's is the default.
    static func setting(_ key: String, valueName: String? = nil) -> ArgumentHelp {
        guard let setting = Setting.named(key) else { preconditionFailure("there is no setting \(key)") }
        func value(_ preset: Preset) -> String {
            let words = setting.words(preset.configuration)
            return words.isEmpty || words == [""] ? "none" : words.joined(separator: ",")
        }
        let standard = value(.demo)
        let others = Preset.allCases.filter { value($0) != standard }
        if standard == "none" && others.isEmpty || Self.saysItself.contains(key) {
            return ArgumentHelp(setting.help, valueName: valueName)
        }
        let values = ["default: \(standard)"] + others.map { "\($0.rawValue): \(value($0))" }
        return ArgumentHelp("\(setting.help) (\(values.joined(separator: "; ")))", valueName: valueName)
    }

    /// Settings that no preset says anything useful of.
    private static let saysItself: Set = ["preset", "data"]
}
