import ArgumentParser
import Configuration

/// The bounds that a run has to meet.
struct GateOptions: ParsableArguments {
    @Option(name: .customLong("gate"), help: .setting("gates", valueName: "bound"))
    var gates: [String] = []

    /// Those that were given; none leaves the configuration's own.
    func layer() throws(ConfigurationError) -> ConfigurationLayer {
        var layer = ConfigurationLayer()
        // A gate is one word: an appliance's name may have a comma.
        if !gates.isEmpty { try layer.add("gates", gates, from: .option("--gate")) }
        return layer
    }
}
