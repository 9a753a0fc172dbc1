import Scoring

/// Settings that an appliance may have for itself.
extension RunConfiguration {
    /// Samples in a window of an appliance.
    package func window(of appliance: String) -> Int { windows[appliance] ?? window }

    /// Samples between the starts of an appliance's training windows: the same part of a window as of the common one.
    package func stride(of appliance: String) -> Int {
        let own = window(of: appliance)
        return strides[appliance] ?? max(1, min(stride * own / window, own))
    }

    /// Whether a house is scored that is not trained on.
    var hasUnseenHouses: Bool { !testHouses.isEmpty && !Set(testHouses).isSubset(of: trainHouses) }

    /// What is left to decide for one appliance: `window` and `stride` are its own, and so is `amplitude`, and batches and
    /// epochs have as many windows as make the samples of common ones.
    package func narrowed(to appliance: String) -> RunConfiguration {
        var configuration = self
        let own = window(of: appliance)
        configuration.window = own
        configuration.stride = stride(of: appliance)
        configuration.batch = max(1, batch * window / own)
        configuration.epochWindows = epochWindows.map { max(1, $0 * window / own) }
        configuration.amplitude = amplitudes[appliance] ?? amplitude
        return configuration
    }

    /// Whether some appliance counts as on otherwise than by the metric profile.
    var hasOwnStates: Bool {
        !onThresholds.entries.isEmpty || !minOn.entries.isEmpty || !minOff.entries.isEmpty
            || !eventTolerances.entries.isEmpty
    }

    /// The names that have settings of their own, each with the key that it stands under.
    package var ownSettings: [(key: String, appliance: String)] {
        windows.entries.map { ("windows", $0.appliance) } + strides.entries.map { ("strides", $0.appliance) }
            + amplitudes.entries.map { ("amplitudes", $0.appliance) }
            + onThresholds.entries.map { ("on_thresholds", $0.appliance) }
            + minOn.entries.map { ("min_on", $0.appliance) } + minOff.entries.map { ("min_off", $0.appliance) }
            + eventTolerances.entries.map { ("event_tolerances", $0.appliance) }
    }

    /// Without settings of appliances that the run leaves out.
    package func without(appliances: [String]) -> RunConfiguration {
        var configuration = self
        for name in appliances {
            configuration.windows.remove(name)
            configuration.strides.remove(name)
            configuration.amplitudes.remove(name)
            configuration.onThresholds.remove(name)
            configuration.minOn.remove(name)
            configuration.minOff.remove(name)
            configuration.eventTolerances.remove(name)
        }
        return configuration
    }

    /// With one name for each appliance, as `canonical` gives it: settings are found whatever alias they were written
    /// under, and an appliance that is named twice is one.
    package func named(by canonical: (String) -> String) throws(ConfigurationError) -> RunConfiguration {
        var configuration = self
        func rename<Value>(_ path: WritableKeyPath<RunConfiguration, PerAppliance<Value>>, _ key: String)
            throws(ConfigurationError)
        {
            guard let renamed = self[keyPath: path].renamed(canonical) else {
                throw .contradiction("\(key) has two values for one appliance: two of its names mean the same")
            }
            configuration[keyPath: path] = renamed
        }
        try rename(\.windows, "windows")
        try rename(\.strides, "strides")
        try rename(\.amplitudes, "amplitudes")
        try rename(\.onThresholds, "on_thresholds")
        try rename(\.minOn, "min_on")
        try rename(\.minOff, "min_off")
        try rename(\.eventTolerances, "event_tolerances")
        configuration.appliances = appliances.unique(by: canonical)
        try configuration.checkAppliances()
        return configuration
    }

    /// Refuses settings of appliances that contradict each other.
    func checkAppliances() throws(ConfigurationError) {
        for entry in strides.entries where entry.value > window(of: entry.appliance) {
            throw .contradiction(
                "the stride of \(entry.appliance) is \(entry.value) and its window \(window(of: entry.appliance)): the "
                    + "stride must not be longer than a window")
        }
        guard metricProfile == .standard || !hasOwnStates else {
            throw .contradiction(
                "the metric profile \(metricProfile.rawValue) has its own thresholds and times; leave on_thresholds, "
                    + "min_on, min_off and event_tolerances out, or take the profile default")
        }
    }
}

extension [String] {
    /// Without names that mean the same as one before them.
    func unique(by canonical: (String) -> String) -> [String] {
        var seen: Set<String> = []
        return filter { seen.insert(canonical($0)).inserted }
    }
}
