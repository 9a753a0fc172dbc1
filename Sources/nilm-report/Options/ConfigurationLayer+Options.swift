import Configuration

extension ConfigurationLayer {
    /// The options that were given: each a setting's key, how the option is written, and its value.
    init(options: [(key: String, option: String, value: String?)]) throws(ConfigurationError) {
        self.init()
        for (key, option, value) in options {
            guard let value, let setting = Setting.named(key) else { continue }
            try add(key, setting.isList ? ConfigurationLayer.words(value) : [value], from: .option(option))
        }
    }
}
