import ArgumentParser
import Configuration

/// Options that are settings: a property has the name of its setting's key, `csvTime` for csv_time, so that each option is
/// found by its name. What has another name, or several values, is no setting here.
protocol GivenSettings: ParsableArguments {}

extension GivenSettings {
    /// The settings that were given, those of a command's groups too.
    func given() throws(ConfigurationError) -> ConfigurationLayer {
        var layer = ConfigurationLayer()
        for (label, value) in Mirror(reflecting: self).children {
            if let group = (value as? any SettingGroup)?.settings {
                layer.add(try group.given())
            } else if let text = (value as? Option<String?>)?.wrappedValue, let label,
                let setting = Setting.named(Self.key(label))
            {
                let words = setting.isList ? ConfigurationLayer.words(text) : [text]
                try layer.add(setting.key, words, from: .option(setting.option))
            }
        }
        return layer
    }

    /// The same with `--on-threshold`, as commands call it that train nothing.
    func given(onThreshold: String?) throws(ConfigurationError) -> ConfigurationLayer {
        var layer = try given()
        if let onThreshold {
            try layer.add("on_thresholds", ConfigurationLayer.words(onThreshold), from: .option("--on-threshold"))
        }
        return layer
    }

    /// `csv_time` for `_csvTime`, as a property wrapper's storage is named.
    private static func key(_ label: String) -> String {
        label.drop { $0 == "_" }.reduce(into: "") { key, letter in
            key += letter.isUppercase ? "_" + letter.lowercased() : String(letter)
        }
    }
}

/// A command whose numbers follow from settings.
///
/// Groups stand in commands and not in one another: a debug build of the parser checks each group five times in every group
/// around it.
protocol RunCommand: GivenSettings, ParsableCommand {
    var data: DataOptions { get }
    var gates: GateOptions { get }
}

extension RunCommand {
    /// The configuration: options over environment over file over preset. `base` stands in for the file.
    func resolve(base: ConfigurationLayer? = nil) throws -> RunConfiguration {
        let layers = try (base.map { [$0] } ?? []) + data.layers(given()) + [gates.layer()]
        return try RunConfiguration.settled(layers)
    }
}

private protocol SettingGroup {
    var settings: (any GivenSettings)? { get }
}

extension OptionGroup: SettingGroup {
    fileprivate var settings: (any GivenSettings)? { wrappedValue as? any GivenSettings }
}
