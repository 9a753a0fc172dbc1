import ArgumentParser
import Configuration
import Datasets

/// The options that decide a run's numbers, each a key of the configuration file.
struct SettingOptions: GivenSettings {
    @Option(help: .setting("preset"))
    var preset: String?
    @Option(help: .setting("split"))
    var split: String?
    @Option(help: .setting("synthetic_windows"))
    var syntheticWindows: String?
    @Option(help: .setting("window"))
    var window: String?
    @Option(help: .setting("stride"))
    var stride: String?
    @Option(help: .setting("windows"))
    var windows: String?
    @Option(help: .setting("strides"))
    var strides: String?
    @Option(help: .setting("model"))
    var model: String?
    @Option(help: .setting("width"))
    var width: String?
    @Option(help: .setting("heads"))
    var heads: String?
    @Option(help: .setting("depth"))
    var depth: String?
    @Option(help: .setting("scales"))
    var scales: String?
    @Option(help: .setting("dilations"))
    var dilations: String?
    @Option(help: .setting("band"))
    var band: String?
    @Option(help: .setting("feed_forward"))
    var feedForward: String?
    @Option(help: .setting("dropout"))
    var dropout: String?
    @Option(help: .setting("calendar"))
    var calendar: String?
    @Option(help: .setting("normalisation"))
    var normalisation: String?
    @Option(help: .setting("loss"))
    var loss: String?
    @Option(help: .setting("on_weight"))
    var onWeight: String?
    @Option(help: .setting("schedule"))
    var schedule: String?
    @Option(help: .setting("epochs"))
    var epochs: String?
    @Option(help: .setting("epoch_windows"))
    var epochWindows: String?
    @Option(help: .setting("on_share"))
    var onShare: String?
    @Option(help: .setting("amplitude"))
    var amplitude: String?
    @Option(help: .setting("amplitudes"))
    var amplitudes: String?
    @Option(help: .setting("offset"))
    var offset: String?
    @Option(help: .setting("mixing"))
    var mixing: String?
    @Option(help: .setting("budget"))
    var budget: String?
    @Option(help: .setting("batch"))
    var batch: String?
    @Option(help: .setting("learning_rate"))
    var learningRate: String?
    @Option(help: .setting("clip"))
    var clip: String?
    @Option(help: .setting("seed"))
    var seed: String?
    @Option(help: .setting("house_levels"))
    var houseLevels: String?
    @Option(help: .setting("metric_profile"))
    var metricProfile: String?
    @Option(help: .setting("on_thresholds"))
    var onThresholds: String?
    @Option(help: .setting("min_on"))
    var minOn: String?
    @Option(help: .setting("min_off"))
    var minOff: String?
    @Option(help: .setting("event_tolerances"))
    var eventTolerances: String?
}
