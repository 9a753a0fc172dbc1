import ArgumentParser
import Configuration

/// The bounds that a run has to meet.
struct GateOptions: ParsableArguments {
    @Option(
        name: .customLong("gate"),
        help: ArgumentHelp(
            "A bound to meet, such as mae_w<30 or kettle.f1>=0.8 (repeatable): exit 2 if it is not met.",
            valueName: "bound"))
    var gates: [String] = []

    /// Those that were given; none leaves the configuration's own.
    func layer() throws(ConfigurationError) -> ConfigurationLayer {
        var layer = ConfigurationLayer()
        // A gate is one word: an appliance's name may have a comma.
        if !gates.isEmpty { try layer.add("gates", gates, from: .option("--gate")) }
        return layer
    }
}
