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

        /// The run's name: `house-1_washing-machine_nilm_0`.
        package var runID: String {
            ([data] + [appliance].compactMap { $0 } + [model, String(seed)])
                .map { String($0.map { Experiment.isPlain($0) ? $0 : "-" }) }.joined(separator: "_")
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
    /// stand over those of the data set, and these over the common ones.
    package func cases() throws(ConfigurationError) -> [Case] {
        var cases: [Case] = []
        for set in data {
            let own = try RunConfiguration.resolve([settings, set.settings]).appliances
            let names = own.isEmpty ? appliances : own
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

    /// Whether a character may stand in the name of a run's folder.
    static func isPlain(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || character == ".")
    }
}
