import Support

/// Settings that were given in one place: a file, the environment, or the command line.
package struct ConfigurationLayer: Sendable {
    /// Where a setting was written, for error messages.
    package enum Origin: Equatable, Sendable, CustomStringConvertible {
        case option(String)
        case variable(String)
        case file(path: String, line: Int)

        package var description: String {
            switch self {
            case .option(let name): name
            case .variable(let name): "environment variable \(name)"
            case .file(let path, let line): "\(path), line \(line)"
            }
        }
    }

    struct Entry: Sendable {
        let setting: Setting
        let words: [String]
        let origin: Origin
    }

    private(set) var entries: [Entry] = []

    package init() {}

    /// Adds a key; one that is not known is an error that names the nearest.
    package mutating func add(
        _ key: String, _ words: [String], from origin: Origin
    ) throws(ConfigurationError) {
        guard let setting = Setting.named(key) else {
            throw .unknownKey(
                key, origin: origin, nearest: Spelling.nearest(to: key, among: Setting.all.map(\.key)))
        }
        entries.append(Entry(setting: setting, words: words, origin: origin))
    }

    /// Adds all of another layer, on top.
    package mutating func add(_ layer: ConfigurationLayer) { entries += layer.entries }

    /// Without what is said of the data: for other data the rest still holds.
    package func withoutData() -> ConfigurationLayer {
        var layer = self
        layer.entries.removeAll { $0.setting.isOfData }
        return layer
    }

    /// Without a setting.
    package func without(_ key: String) -> ConfigurationLayer {
        var layer = self
        layer.entries.removeAll { $0.setting.key == key }
        return layer
    }

    /// The layer of `NILM_REPORT_*` variables; those in `others` belong to no setting and are left alone.
    package init(environment: [String: String], except others: Set<String> = []) throws(ConfigurationError) {
        for (name, value) in environment.sorted(by: { $0.key < $1.key })
        where name.hasPrefix("NILM_REPORT_") && !others.contains(name) {
            let key = name.dropFirst("NILM_REPORT_".count).lowercased()
            // A comma in a path or in a column's name is a part of it.
            let isText = Setting.named(key)?.isList == false && !value.isEmpty
            try add(key, isText ? [value] : Self.words(value), from: .variable(name))
        }
    }

    /// The words of a list's value on the command line or in the environment: `1,5` is two.
    package static func words(_ text: String) -> [String] {
        text.isEmpty ? [] : text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
}

extension RunConfiguration {
    /// The preset's settings, with the layers over it, the last one on top.
    ///
    /// The preset is that of the topmost layer that names one, else `preset`. `period` is the one that the data ask for,
    /// seconds; windows follow from it. As long as it is nil, the period is `auto`, and windows are those of data every 6 s,
    /// unless a layer says otherwise.
    package static func resolve(
        _ layers: [ConfigurationLayer], preset: Preset = .demo, period: Int? = nil
    ) throws(ConfigurationError) -> RunConfiguration {
        let entries = layers.flatMap(\.entries)
        var preset = preset
        for entry in entries where entry.setting.key == "preset" {
            guard let named = Preset(words: entry.words) else { throw .value(entry) }
            preset = named
        }
        let given = Set(entries.map(\.setting.key))
        var configuration = try preset.configuration.with(entries)
        // What follows from the window's length follows from the one that was asked for.
        let isSynthetic = configuration.data == "synthetic"
        let seconds = configuration.period.seconds ?? period
        if preset == .real {
            let window = given.contains("window") ? configuration.window : Preset.window(period: seconds ?? 6)
            configuration = try Preset.real(window: window).with(entries)
            let brief = given.contains("window") ? [] : Preset.briefAppliances
            for name in brief where configuration.appliances.contains(name) {
                configuration.windows.add(Preset.briefWindow(period: seconds ?? 6), of: name)
            }
            if configuration.hasUnseenHouses { Preset.fitToUnseenHouses(&configuration, but: given) }
        } else if !isSynthetic, !given.contains("window") {
            configuration.window = preset.measuredWindow(period: seconds ?? 6)
            if !given.contains("stride") { configuration.stride = configuration.window }
        }
        if let seconds { configuration.period = .seconds(seconds) }
        // A window of one's own brings its own stride, unless that was given too.
        if given.contains("window"), !given.contains("stride") {
            configuration.stride = min(configuration.stride, configuration.window)
        }
        try configuration.check()
        return configuration
    }

    private func with(_ entries: [ConfigurationLayer.Entry]) throws(ConfigurationError) -> RunConfiguration {
        var configuration = self
        for entry in entries {
            guard entry.setting.set(&configuration, entry.words) != nil else { throw .value(entry) }
        }
        return configuration
    }

    /// Refuses settings that contradict each other.
    private func check() throws(ConfigurationError) {
        guard stride <= window else {
            throw .contradiction(
                "stride is \(stride) and window \(window): the stride must not be longer than a window")
        }
        try checkAppliances()
        guard width % heads == 0 else {
            throw .contradiction("width is \(width) and heads \(heads): the width must be a multiple of the heads")
        }
        guard !data.isEmpty else {
            throw .contradiction("the preset \(preset.rawValue) needs --data, such as --data ukdale:DIR")
        }
        guard data != "synthetic" || syntheticWindows.count == 3 else {
            throw .contradiction(
                "synthetic data needs synthetic_windows: three numbers, for training, validation and test")
        }
    }
}
