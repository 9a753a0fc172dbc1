import Support

/// Several runs that belong together: each data set with each of its appliances, each model and each seed.
package struct Experiment: Sendable {
    /// One choice among several, with the settings that make it.
    package struct Variant: Sendable {
        /// Part of the runs' names.
        package let name: String
        let settings: ConfigurationLayer
    }

    /// One run.
    package struct Case: Sendable {
        /// The names of its variants.
        package let data: String
        package let model: String
        /// nil for the synthetic data's only one.
        package let appliance: String?
        package let seed: UInt64
        /// Of one appliance, the last on top.
        package let layers: [ConfigurationLayer]
        /// What they make, on the period that they name.
        package let configuration: RunConfiguration

        /// The run's name, which is its folder's: `house-1_washing-machine_nilm_0`.
        package var runID: String {
            let names = [data] + [appliance].compactMap { $0 } + [model, String(seed)]
            let id = names.map(Experiment.plain).joined(separator: "_")
            guard id.utf8.count > Experiment.mostBytes else { return id }
            return id.prefix(Experiment.mostBytes - 9) + "-" + Experiment.hash(names.joined(separator: "\n"))
        }
    }

    /// What all runs share.
    let settings: ConfigurationLayer
    package let data: [Variant]
    /// Of the data sets that don't name their own.
    let appliances: [String]
    /// The first is what the others are compared with.
    package let models: [Variant]
    package let seeds: [UInt64]
    let path: String

    /// All runs: data sets outermost, then appliances, models and seeds, each in the file's order. A model's settings
    /// stand over those of the data set, and these over the common ones. Of appliances' names that mean the same, as
    /// `canonical` tells, the first is taken.
    package func cases(named canonical: (String) -> String = { $0 }) throws(ConfigurationError) -> [Case] {
        var cases: [Case] = []
        for set in data {
            let own = try RunConfiguration.resolve([settings, set.settings]).appliances
            let names = (own.isEmpty ? appliances : own).unique(by: canonical)
            for appliance in names.isEmpty ? [nil] : names.map(Optional.some) {
                for model in models {
                    for seed in seeds {
                        var last = ConfigurationLayer()
                        try last.add("seed", [String(seed)], from: .file(path: path, line: 1))
                        if let appliance { try last.add("appliances", [appliance], from: .file(path: path, line: 1)) }
                        let layers = [settings, set.settings, model.settings, last]
                        cases.append(
                            Case(
                                data: set.name, model: model.name, appliance: appliance, seed: seed, layers: layers,
                                configuration: try RunConfiguration.resolve(layers)))
                    }
                }
            }
        }
        try checkNames(cases)
        return cases
    }

    private func checkNames(_ cases: [Case]) throws(ConfigurationError) {
        var seen: Set<String> = []
        for run in cases where !seen.insert(run.runID).inserted {
            throw .badExperiment(
                "two runs would be named \(run.runID); give their data sets, models or appliances names that differ "
                    + "in more than punctuation", origin: .file(path: path, line: 1))
        }
    }

    /// A run's name has no more.
    private static let mostBytes = 100

    /// A name as a part of a run's. Letters and digits of other scripts can't stand there; a hash of the name stands for
    /// them, so that two names are two.
    private static func plain(_ name: String) -> String {
        guard name.contains(where: { !$0.isASCII && ($0.isLetter || $0.isNumber) }) else {
            return String(name.map { isPlain($0) ? $0 : "-" })
        }
        return (name.split { !isPlain($0) || $0 == "." } + [Substring(hash(name))]).joined(separator: "-")
    }

    /// The first 8 hexadecimal digits of a text's sha256.
    private static func hash(_ text: String) -> String { String(FileHash.sha256(text).prefix(8)) }

    /// Whether a character may stand in the name of a run's folder.
    static func isPlain(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || character == ".")
    }
}
