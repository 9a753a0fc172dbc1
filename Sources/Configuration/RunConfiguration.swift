import Datasets
import Networks
import Scoring
import Support

/// Everything that decides a run's numbers, resolved: the content of config.yaml.
///
/// `build --config` on it makes the same run again. ``Setting`` has each key's name, type and bounds. What decides speed
/// or looks only (threads, theme, progress) is not here.
package struct RunConfiguration: Equatable, Sendable {
    /// What becomes of lines that the data set marks as wrong.
    package enum Issues: String, CaseIterable, Sendable { case drop, keep }

    // Data
    package var preset: Preset
    /// `synthetic`, `ukdale:DIR`, `refit:DIR` or `csv:FILE`.
    package var data: String
    /// Of a CSV file: columns by name or number, those of the whole house also as A-B, appliances also as NAME=COLUMN. nil
    /// and empty: by the header and the first lines.
    package var csvTime: [String] = []
    package var csvAggregate: [String] = []
    package var csvAppliances: [String] = []
    package var csvUnit: CSVOptions.Unit?
    /// The meter that is read of a table with a line a meter.
    package var csvMeter: String?
    package var csvDateOrder: DateOrder?
    package var csvDecimal: CSVOptions.Decimal?
    /// IANA name: the zone of days, and of a CSV file's times where they don't name theirs.
    package var timeZone: String?
    /// Which file UK-DALE's aggregate is read from.
    package var mains = UKDALEMains.channel
    /// What is done to readings; nil for the data set's own. Seconds (a stuck limit of 0: never), and watts.
    package var fillLimit: Int?
    package var stuckLimit: Int?
    package var applianceLimit: Double?
    package var aggregateLimit: Double?
    /// Lines that the data set marks as wrong.
    package var issues = Issues.drop
    /// Empty: the synthetic data's only one.
    package var appliances: [String]
    /// Empty: every house that has the appliance and is no test house.
    package var trainHouses: [HouseName]
    /// Empty: the training houses, split in time.
    package var testHouses: [HouseName]
    /// First and last day, `YYYY-MM-DD` in the data's own zone; nil for all there is.
    package var from: String?
    package var to: String?
    /// Per cent of the readings for training, validation and test, in time order.
    package var split: [Double]
    /// Seconds between samples. A run's own configuration has a number: see ``resolve(_:preset:period:)``.
    package var period: Period
    /// Windows of synthetic data for training, validation and test.
    package var syntheticWindows: [Int]
    /// Samples in a window, and between the starts of training windows.
    package var window: Int
    package var stride: Int
    /// Those of single appliances, where they are not the common ones; see ``window(of:)`` and ``stride(of:)``.
    package var windows = PerAppliance<Int>()
    package var strides = PerAppliance<Int>()

    // Model
    package var model: Architecture.Name
    /// Features a time step.
    package var width: Int
    package var heads: Int
    /// Blocks.
    package var depth: Int
    /// Time steps pooled into one before attention, a branch each; 1 is the fine one. The seed model has 1 and another.
    package var scales: [Int]
    /// Units of dilated convolution in the stem of `nilm`, with dilations 1, 2, 4, ...
    package var dilations: Int
    /// Time steps that fine attention sees to each side; nil for all.
    package var band: Int?
    /// Hidden features of a feed-forward layer of `nilm` for each of the network's; 4 in the seed model.
    package var feedForward = 4
    package var dropout: Double
    /// What `nilm` is told of the time, where the data support it; empty for nothing.
    package var calendar: [CalendarCycle] = []
    package var normalisation: Normalisation.Kind

    // Training
    package var loss: TrainingOptions.Loss.Power
    /// Weight of the on/off state's cross-entropy beside the loss of power, for models that have an on/off gate.
    package var onWeight: Double
    package var schedule: LearningRateSchedule.Shape
    package var epochs: Int
    /// Windows in an epoch; nil for all.
    package var epochWindows: Int?
    /// The part of an epoch's windows in which the appliance is on; nil for as many as there are.
    package var onShare: Double?
    /// The appliance's power is multiplied by up to 1 + this, and divided as well, in training; 0 for never.
    package var amplitude: Double
    /// That of single appliances, where it is not the common one.
    package var amplitudes = PerAppliance<Double>()
    /// Up to this many watts are added to a training window's aggregate, or taken off; 0 for never.
    package var offset: Double
    /// The probability that a training window's other appliances are those of another window.
    package var mixing: Double
    /// Training time an appliance at most; nil for no bound.
    package var budget: Seconds?
    package var batch: Int
    package var learningRate: Double
    /// The gradient's norm is clipped to this.
    package var clip: Double
    package var seed: UInt64

    // Evaluation
    /// The power of appliances in houses that were not trained on: as it was learnt, or as it is found there.
    package var houseLevels = HouseLevels.Choice.learnt
    package var metricProfile: MetricProfile.Name
    /// When single appliances count as on, in place of the table of appliances: watts; the shortest times on and off
    /// that make and part uses, and how far apart two events may be and still be the same one, seconds.
    package var onThresholds = PerAppliance<Double>()
    package var minOn = PerAppliance<Int>()
    package var minOff = PerAppliance<Int>()
    package var eventTolerances = PerAppliance<Int>()
    /// Bounds that the run has to meet, such as `kettle.f1>=0.8`.
    package var gates: [String] = []
}
