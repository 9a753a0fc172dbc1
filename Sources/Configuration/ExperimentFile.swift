import Support
import Yams

/// Reads an experiment from YAML:
///
///     settings: {preset: real, data: "ukdale:ukdale"}     settings of every run, by their keys in config.yaml
///     data: {same: {split: [60, 20, 20]}, other: {test_houses: [2]}}
///     appliances: [kettle, fridge]
///     models: {nilm: {}, conv: {model: conv}}
///     seeds: [0, 1, 2]
///
/// All but `models` may be left out: then there is one data set, the preset's; its appliances; the seed 0.
package enum ExperimentFile {
    private static let keys = ["settings", "data", "appliances", "models", "seeds"]

    package static func experiment(text: String, path: String) throws(ConfigurationError) -> Experiment {
        let start = ConfigurationLayer.Origin.file(path: path, line: 1)
        guard let mapping = try ConfigurationFile.compose(text, path: path)?.mapping else {
            throw .badExperiment(
                "an experiment is lines of \"key: value\" with the keys \(keys.joined(separator: ", "))", origin: start)
        }
        var values: [String: (node: Node, origin: ConfigurationLayer.Origin)] = [:]
        for (key, value) in mapping {
            let origin = ConfigurationLayer.Origin.file(path: path, line: key.mark?.line ?? 1)
            guard let name = key.scalar?.string, keys.contains(name) else {
                let name = key.scalar?.string ?? ""
                let help =
                    Spelling.nearest(to: name, among: keys).map { "did you mean \($0)?" }
                    ?? "the keys are \(keys.joined(separator: ", ")); settings of runs stand under settings, data or models"
                throw .badExperiment("an experiment has no key \"\(name)\"; \(help)", origin: origin)
            }
            values[name] = (value, origin)
        }
        func words(_ key: String) throws(ConfigurationError) -> [String] {
            guard let value = values[key] else { return [] }
            return try ConfigurationFile.words(of: value.node, key: key, origin: value.origin)
        }
        guard let models = values["models"] else {
            throw .badExperiment("models is missing: name one at least, such as models: {nilm: {}}", origin: start)
        }
        return Experiment(
            settings: try values["settings"].map { value throws(ConfigurationError) in
                try ConfigurationFile.layer(of: value.node, path: path)
            } ?? ConfigurationLayer(),
            data: try values["data"].map { value throws(ConfigurationError) in
                try variants("data", value.node, value.origin, path: path)
            } ?? [Experiment.Variant(name: "data", settings: ConfigurationLayer())],
            appliances: try words("appliances"),
            models: try variants("models", models.node, models.origin, path: path),
            seeds: try seeds(words("seeds"), values["seeds"]?.origin ?? start), path: path)
    }

    /// A mapping of names to settings.
    private static func variants(
        _ key: String, _ node: Node, _ origin: ConfigurationLayer.Origin, path: String
    ) throws(ConfigurationError) -> [Experiment.Variant] {
        guard let mapping = node.mapping, !mapping.isEmpty else {
            throw .badExperiment("\(key) must be names with settings, such as \(key): {one: {}}", origin: origin)
        }
        var variants: [Experiment.Variant] = []
        for (name, value) in mapping {
            let line = name.mark?.line ?? 1
            guard let name = name.scalar?.string, (1...30).contains(name.count), name.utf8.count <= 200,
                name.first.map({ $0.isLetter || $0.isNumber }) == true
            else {
                throw .badExperiment(
                    "a name under \(key) must have 1 to 30 characters and begin with a letter or digit",
                    origin: .file(path: path, line: line))
            }
            guard ConfigurationFile.isNull(value) || value.mapping != nil else {
                throw .badExperiment(
                    "\(key): \(name) must be settings such as {width: 32}, or {} for none",
                    origin: .file(path: path, line: line))
            }
            variants.append(
                Experiment.Variant(name: name, settings: try ConfigurationFile.layer(of: value, path: path)))
        }
        return variants
    }

    private static func seeds(
        _ words: [String], _ origin: ConfigurationLayer.Origin
    ) throws(ConfigurationError) -> [UInt64] {
        var seeds: [UInt64] = []
        for word in words {
            guard let seed = UInt64(word), !seeds.contains(seed) else {
                throw .badExperiment("seeds must be different whole numbers from 0, got \"\(word)\"", origin: origin)
            }
            seeds.append(seed)
        }
        return seeds.isEmpty ? [0] : seeds
    }
}
