import ArgumentParser
import Configuration
import Datasets

/// The options that decide a run's numbers, each a key of the configuration file.
struct SettingOptions: ParsableArguments {
    @Option(help: "Starting point: demo (default), quick, seed or real.")
    var preset: String?
    @OptionGroup var dataOptions: DataOptions
    @Option(help: .setting("split", "Per cent of the readings for training, validation and test, such as 60,20,20."))
    var split: String?
    @Option(
        help: .setting("synthetic_windows", "Synthetic windows for training, validation and test, such as 512,128,128.")
    )
    var syntheticWindows: String?
    @Option(help: .setting("window", "Samples in a window."))
    var window: String?
    @Option(help: .setting("stride", "Samples between the starts of training windows."))
    var stride: String?
    @Option(help: .setting("windows", "Windows of single appliances, such as kettle=256,fridge=512."))
    var windows: String?
    @Option(help: .setting("strides", "Strides of single appliances, such as kettle=64,fridge=128."))
    var strides: String?
    @Option(
        help: .setting(
            "model",
            "The network: nilm, seed (the notebook's), conv (nilm without attention), fine or coarse (one scale)."))
    var model: String?
    @Option(help: .setting("width", "Features a time step."))
    var width: String?
    @Option(help: .setting("heads", "Attention heads."))
    var heads: String?
    @Option(help: .setting("depth", "Blocks."))
    var depth: String?
    @Option(help: .setting("scales", "Attention's time scales: steps pooled into one, such as 1,4; 1 is the fine one."))
    var scales: String?
    @Option(help: .setting("dilations", "Units of dilated convolution in the stem, with dilations 1, 2, 4, ..."))
    var dilations: String?
    @Option(help: .setting("band", "Time steps that the fine scale sees to each side; without, all."))
    var band: String?
    @Option(help: .setting("feed_forward", "Hidden features of nilm's feed-forward layers for each of --width."))
    var feedForward: String?
    @Option(help: .setting("dropout", "Probability of dropping an element in training."))
    var dropout: String?
    @Option(help: .setting("calendar", "What nilm is told of the time: day, week or both."))
    var calendar: String?
    @Option(help: .setting("normalisation", "Power scaling: none, kilowatt or standard."))
    var normalisation: String?
    @Option(help: .setting("loss", "l1, mse or mixed."))
    var loss: String?
    @Option(help: .setting("on_weight", "Weight of the on/off state's loss beside that of power."))
    var onWeight: String?
    @Option(help: .setting("schedule", "Learning rate over time: constant or cosine."))
    var schedule: String?
    @Option(help: .setting("epochs", "Passes over the training windows."))
    var epochs: String?
    @Option(help: .setting("epoch_windows", "Windows in an epoch; without, all."))
    var epochWindows: String?
    @Option(
        help: .setting(
            "on_share",
            "Part of an epoch's windows in which the appliance is on, such as 0.5; without, as many as there are."))
    var onShare: String?
    @Option(
        help: .setting(
            "amplitude", "Appliance's power in training is multiplied or divided by up to 1 + this; 0 for never."))
    var amplitude: String?
    @Option(help: .setting("amplitudes", "The amplitude of single appliances, such as kettle=0.5,microwave=0."))
    var amplitudes: String?
    @Option(help: .setting("offset", "Watts added to or taken off a training window's aggregate at most."))
    var offset: String?
    @Option(
        help: .setting("mixing", "Probability that a training window's other appliances are those of another window."))
    var mixing: String?
    @Option(help: .setting("budget", "Training time an appliance, such as 4m."))
    var budget: String?
    @Option(help: .setting("batch", "Windows a step."))
    var batch: String?
    @Option(help: .setting("learning_rate", "Peak learning rate."))
    var learningRate: String?
    @Option(help: .setting("clip", "Norm that the gradient is clipped to."))
    var clip: String?
    @Option(help: .setting("seed", "Seed of everything random."))
    var seed: String?
    @Option(
        help: .setting(
            "house_levels",
            "Power in houses not trained on: learnt, or found, from how far the aggregate rises at predicted uses."))
    var houseLevels: String?
    @Option(
        help: .setting(
            "metric_profile",
            "Whose definitions the metrics have: default, kelly, bert4nilm, nilmformer, nilmformer_refit or nilmtk."))
    var metricProfile: String?
    @Option(
        help: .setting(
            "on_thresholds", "Watts from which single appliances count as on, such as kettle=1000,fridge=40."))
    var onThresholds: String?
    @Option(help: .setting("min_on", "Seconds that a use of single appliances lasts at least, such as dishwasher=600."))
    var minOn: String?
    @Option(help: .setting("min_off", "Seconds off that part two uses of single appliances, such as dishwasher=600."))
    var minOff: String?
    @Option(
        help: .setting(
            "event_tolerances", "Seconds that a predicted event of single appliances may be off, such as kettle=30."))
    var eventTolerances: String?
    @OptionGroup var gateOptions: GateOptions

    /// The configuration: options over environment over file over preset. `base` stands in for the file.
    func resolve(base: ConfigurationLayer? = nil) throws -> RunConfiguration {
        let own: [(key: String, value: String?)] = [
            ("preset", preset), ("split", split), ("synthetic_windows", syntheticWindows), ("window", window),
            ("stride", stride), ("model", model), ("width", width), ("heads", heads), ("depth", depth),
            ("scales", scales), ("dilations", dilations), ("band", band), ("feed_forward", feedForward),
            ("dropout", dropout),
            ("calendar", calendar), ("normalisation", normalisation), ("loss", loss), ("on_weight", onWeight),
            ("schedule", schedule),
            ("epochs", epochs), ("epoch_windows", epochWindows), ("on_share", onShare), ("amplitude", amplitude),
            ("amplitudes", amplitudes), ("offset", offset), ("mixing", mixing), ("budget", budget), ("batch", batch),
            ("learning_rate", learningRate), ("clip", clip), ("seed", seed), ("house_levels", houseLevels),
            ("metric_profile", metricProfile),
            ("windows", windows), ("strides", strides), ("on_thresholds", onThresholds), ("min_on", minOn),
            ("min_off", minOff), ("event_tolerances", eventTolerances),
        ]
        return try RunConfiguration.settled(
            (base.map { [$0] } ?? []) + dataOptions.layers(own) + [gateOptions.layer()])
    }
}
