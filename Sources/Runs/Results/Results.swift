import Support

/// Every number of a report: the content of results.json.
///
/// Property names are the JSON keys in camel case (`maeW` is `mae_w`); see ``ResultsFile`` for reading and writing.
package struct Results: Codable, Equatable, Sendable {
    /// The schema this program writes.
    package static let currentSchema = "nilm-report/results/2"

    /// Those it reads: 1 has sentences in English alone.
    static let schemas = [currentSchema, "nilm-report/results/1"]

    /// The one that was read, or the current one.
    package var schema = Results.currentSchema
    /// Whether an earlier version wrote them.
    package var isEarlier: Bool { schema != Self.currentSchema }

    package var run: RunSummary
    /// What the metrics mean; nil in files of versions that had one definition only.
    package var scoring: ScoringDefinition?
    package var appliances: [ApplianceResult]
    /// nil for a run that trained nothing (`evaluate`).
    @Nullable package var training: TrainingSummary?
    /// The windows shown in figures, in the order of the report.
    package var windows: [ShownWindow]
    /// The attention maps in data/attention.safetensors.
    package var attention: [AttentionMap]
    package var notices: [Notice]
    package var gates: [GateResult]
    /// Against an earlier run; nil where none was given.
    package var baseline: BaselineComparison?
    /// What was left out of a run that was made to be shared, ``Removal``; nil for any other.
    package var removed: [String]?

    package init(
        run: RunSummary, scoring: ScoringDefinition? = nil, appliances: [ApplianceResult], training: TrainingSummary?,
        windows: [ShownWindow], attention: [AttentionMap], notices: [Notice], gates: [GateResult],
        baseline: BaselineComparison? = nil, removed: [String]? = nil
    ) {
        self.run = run
        self.scoring = scoring
        self.appliances = appliances
        self.training = training
        self.windows = windows
        self.attention = attention
        self.notices = notices
        self.gates = gates
        self.baseline = baseline
        self.removed = removed
    }
}

/// What was run, on what.
package struct RunSummary: Codable, Equatable, Sendable {
    package var id: String
    /// UTC, ISO 8601.
    package var created: String
    package var seed: UInt64
    /// The model's name on the command line.
    package var model: String
    /// Trainable numbers of one appliance's network; nil where that is not known, as of imported predictions.
    @Nullable package var parameters: Int?
    package var data: DataSummary

    package init(id: String, created: String, seed: UInt64, model: String, parameters: Int?, data: DataSummary) {
        self.id = id
        self.created = created
        self.seed = seed
        self.model = model
        self.parameters = parameters
        self.data = data
    }
}

/// The data that a run used, with what was left out.
package struct DataSummary: Codable, Equatable, Sendable {
    /// As given on the command line: `synthetic`, `ukdale:DIR`.
    package var source: String
    /// sha256 over the files read, in the order of `files`; for synthetic data over the samples.
    package var sha256: String
    /// Seconds between samples.
    package var periodS: Int
    /// IANA name of the zone times are shown in; nil where there is no clock (synthetic data).
    @Nullable package var timeZone: String?
    package var files: [DataFile]
    /// One row a part (train, validation, test), house and appliance.
    package var parts: [DataPart]
    /// What was asked for, what preparation did to each house (synthetic data have none), and whether parts share rows
    /// (nil where nothing was trained); nil in files of versions that did not say.
    package var asked: AskedData?
    package var houses: [PreparedHouse]?
    package var leakage: LeakageCheck?

    package init(
        source: String, sha256: String, periodS: Int, timeZone: String?, files: [DataFile], parts: [DataPart],
        asked: AskedData? = nil, houses: [PreparedHouse]? = nil, leakage: LeakageCheck? = nil
    ) {
        self.source = source
        self.sha256 = sha256
        self.periodS = periodS
        self.timeZone = timeZone
        self.files = files
        self.parts = parts
        self.asked = asked
        self.houses = houses
        self.leakage = leakage
    }
}

/// One file that was read.
package struct DataFile: Codable, Equatable, Sendable {
    package var path: String
    package var bytes: Int
    package var sha256: String

    package init(path: String, bytes: Int, sha256: String) {
        self.path = path
        self.bytes = bytes
        self.sha256 = sha256
    }
}

/// One appliance's rows of one house in one part of the split.
package struct DataPart: Codable, Equatable, Sendable {
    package var part: Part
    package var house: String
    package var appliance: String
    /// Unix seconds of the first row and of the end of the last one.
    package var start: Int
    package var end: Int
    /// Rows of the grid, and those where the aggregate or the appliance has no reading.
    package var rows: Int
    package var missingRows: Int
    /// Windows used, and those left out because of a gap; of training they start every stride, of validation and test they
    /// cover every row they can.
    package var windows: Int
    package var windowsWithGaps: Int

    package init(
        part: Part, house: String, appliance: String, start: Int, end: Int, rows: Int, missingRows: Int,
        windows: Int, windowsWithGaps: Int
    ) {
        self.part = part
        self.house = house
        self.appliance = appliance
        self.start = start
        self.end = end
        self.rows = rows
        self.missingRows = missingRows
        self.windows = windows
        self.windowsWithGaps = windowsWithGaps
    }
}

/// One appliance's scores on the test part.
package struct ApplianceResult: Codable, Equatable, Sendable {
    package var name: String
    /// Truly on from this many watts, or above it; `states` has all that is asked.
    package var onThresholdW: Double
    /// Where the threshold comes from, for the method notes.
    package var onThresholdSource: Said<ThresholdSource>
    /// When it counts as on; nil in files of versions that had the threshold only.
    package var states: StateDefinition?
    /// Samples in a window; nil where predictions were not made by windows, or in files of versions that did not say.
    package var windowSteps: Int?
    /// Scored samples, and those truly on.
    package var n: Int
    package var nOn: Int
    package var metrics: MetricValues
    package var baselines: Baselines
    /// The data that the baselines are fitted to; nil in files of versions that did not say.
    package var baselinesSource: Said<BaselinesSource>?
    /// 1 - MAE / MAE of predicting zero; nil if that is 0.
    @Nullable package var skill: Double?
    /// The model by hour of the day, 24 of them, and by day; nil where the data have no clock.
    package var byHour: [HourScore]?
    package var byDay: [DayScore]?
    /// nil in files of versions that did not look for it.
    package var errors: ErrorAnalysis?
    /// The test part in blocks; nil in files of versions that did not keep them.
    package var blocks: BlockScores?
    /// Of a part of the windows, the whole network first; nil for a network without attention, and in files of versions
    /// that did not try.
    package var ablations: [AblationScore]?
    /// The powers found in houses that the model was not trained on; nil where none was looked for.
    package var levels: [HouseLevel]?
    /// What was scored, by its content (``ScoredRows``); nil in files of versions that did not say.
    package var scoredSha256: String?

    package init(
        name: String, onThresholdW: Double, onThresholdSource: Said<ThresholdSource>, states: StateDefinition? = nil,
        windowSteps: Int? = nil, n: Int, nOn: Int, metrics: MetricValues, baselines: Baselines,
        baselinesSource: Said<BaselinesSource>? = nil, skill: Double?, byHour: [HourScore]? = nil,
        byDay: [DayScore]? = nil,
        errors: ErrorAnalysis? = nil, blocks: BlockScores? = nil, ablations: [AblationScore]? = nil,
        levels: [HouseLevel]? = nil, scoredSha256: String? = nil
    ) {
        self.name = name
        self.onThresholdW = onThresholdW
        self.onThresholdSource = onThresholdSource
        self.states = states
        self.windowSteps = windowSteps
        self.n = n
        self.nOn = nOn
        self.metrics = metrics
        self.baselines = baselines
        self.baselinesSource = baselinesSource
        self.skill = skill
        self.byHour = byHour
        self.byDay = byDay
        self.errors = errors
        self.blocks = blocks
        self.ablations = ablations
        self.levels = levels
        self.scoredSha256 = scoredSha256
    }

    /// Skill from its definition, 1 - MAE / MAE of predicting zero.
    package static func skill(of metrics: MetricValues, over zero: MetricValues) -> Double? {
        guard let mae = metrics[.maeW], let reference = zero[.maeW], reference > 0 else { return nil }
        return 1 - mae / reference
    }
}

/// Something a reader must be told loudly.
package struct Notice: Codable, Equatable, Sendable {
    package enum Kind: String, Codable, CaseIterable, Sendable {
        /// The prediction is nearly constant.
        case collapsed
        /// The loss stopped being a number.
        case notANumber = "not_a_number"
        /// The time budget cut training short.
        case fewSteps = "few_steps"
        /// The calendar that was asked for is not in the data.
        case calendarLeftOut = "calendar_left_out"
        /// The model is no better than predicting zero.
        case worseThanZero = "worse_than_zero"
        /// A predictor that needs no network is better than the model.
        case worseThanBaseline = "worse_than_baseline"
        /// The appliance is always on, so that scores of states say nothing.
        case alwaysOn = "always_on"
        /// The aggregate is not the sum that appliances are told from.
        case aggregateBelowZero = "aggregate_below_zero"
        case aggregateBelowTruth = "aggregate_below_truth"
        /// Readings or predictions may not be what they are taken for, or rows are too long to see the appliance.
        case doubtfulData = "doubtful_data"
        /// A rule of preparation took more than a hundredth of the rows.
        case leftOut = "left_out"
        /// A smoke run, too short to judge a model by.
        case smoke
        /// Rows are scored that the model learnt from.
        case leak
        /// Data were left out or look doubtful.
        case data
    }
    package var kind: Kind
    package var appliance: String?
    /// One sentence, with the numbers that made it necessary.
    package var said: Said<NoticeMessage>

    /// Notices are made of messages, so that each is known and translated.
    init(kind: Kind, appliance: String?, said: Said<NoticeMessage>) {
        self.kind = kind
        self.appliance = appliance
        self.said = said
    }

    private enum Key: String, CodingKey { case kind, appliance }

    /// The sentence stands beside the others of its keys: `text` and `message`.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        kind = try container.decode(Kind.self, forKey: .kind)
        appliance = try container.decodeIfPresent(String.self, forKey: .appliance)
        said = try Said(from: decoder)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(kind, forKey: .kind)
        try container.encode(appliance, forKey: .appliance)
        try said.encode(to: encoder)
    }
}
