import Configuration
import Datasets
import Networks
import Runs
import Scoring

extension ReaderOptions {
    init(_ configuration: RunConfiguration) {
        self.init(
            csv: CSVOptions(
                time: configuration.csvTime, aggregate: configuration.csvAggregate,
                appliances: configuration.csvAppliances,
                unit: configuration.csvUnit, meter: configuration.csvMeter, dateOrder: configuration.csvDateOrder,
                decimal: configuration.csvDecimal),
            timeZone: configuration.timeZone, mains: configuration.mains)
    }
}

extension RunConfiguration {
    /// The preset's settings with the layers over it, each appliance under one name; where none says the period, on that
    /// which the data have readings for.
    static func settled(_ layers: [ConfigurationLayer], preset: Preset = .demo) throws -> RunConfiguration {
        let asked = try resolve(layers, preset: preset).named(by: Appliances.canonicalName)
        guard asked.period == .auto else { return asked }
        let period = try Dataset.period(of: DatasetRequest(asked))
        return try resolve(layers, preset: preset, period: period).named(by: Appliances.canonicalName)
    }

    /// Seconds between rows, of a configuration that is settled.
    var periodS: Int {
        guard let seconds = period.seconds else {
            preconditionFailure("the period is settled before the data are read")
        }
        return seconds
    }
}

extension PreparationOptions {
    init(_ configuration: RunConfiguration) {
        self.init(
            fillLimit: configuration.fillLimit, applianceLimit: configuration.applianceLimit,
            aggregateLimit: configuration.aggregateLimit, stuckLimit: configuration.stuckLimit,
            dropsIssues: configuration.issues == .drop)
    }
}

extension DatasetRequest {
    init(_ configuration: RunConfiguration, scope: DatasetScope = .all) throws(DatasetError) {
        self.init(
            source: try DataSource(parsing: configuration.data), reading: ReaderOptions(configuration),
            appliances: configuration.appliances, trainHouses: configuration.trainHouses,
            testHouses: configuration.testHouses, from: configuration.from, to: configuration.to,
            split: configuration.split, period: configuration.period.seconds,
            preparation: PreparationOptions(configuration),
            syntheticWindows: configuration.syntheticWindows, seed: configuration.seed, window: configuration.window,
            stride: configuration.stride, ownWindows: Self.ownWindows(configuration), scope: scope)
    }

    /// The windows of appliances that have their own.
    private static func ownWindows(_ configuration: RunConfiguration) -> [String: WindowSize] {
        let names = Set((configuration.windows.entries + configuration.strides.entries).map(\.appliance))
        return Dictionary(
            uniqueKeysWithValues: names.map {
                ($0, WindowSize(length: configuration.window(of: $0), stride: configuration.stride(of: $0)))
            })
    }
}

extension SeedModel.Shape {
    init(_ configuration: RunConfiguration) throws(Failure) {
        let scales = configuration.scales
        guard scales.count == 2, scales[0] == 1 else {
            throw Failure(
                "the seed model has the scales 1 and another, got --scales "
                    + scales.map(String.init).joined(separator: ",") + "; take --model nilm for others",
                exitCode: .usage)
        }
        self.init(
            width: configuration.width, heads: configuration.heads, depth: configuration.depth, scale: scales[1],
            band: configuration.band, dropout: configuration.dropout)
    }
}

extension NILMModel.Shape {
    fileprivate init(_ configuration: RunConfiguration, depth: Int? = nil, scales: [Int]) {
        self.init(
            width: configuration.width, heads: configuration.heads, depth: depth ?? configuration.depth,
            dilations: configuration.dilations, scales: scales, band: configuration.band,
            feedForward: configuration.feedForward, dropout: configuration.dropout,
            calendar: configuration.calendar)
    }
}

extension Architecture {
    init(_ configuration: RunConfiguration) throws(Failure) {
        switch configuration.model {
        case .seed: self = .seed(try SeedModel.Shape(configuration))
        case .nilm: self = .nilm(NILMModel.Shape(configuration, scales: configuration.scales))
        case .conv: self = .nilm(NILMModel.Shape(configuration, depth: 0, scales: configuration.scales))
        case .fine: self = .nilm(NILMModel.Shape(configuration, scales: [1]))
        case .coarse:
            let scales = configuration.scales.filter { $0 > 1 }
            guard !scales.isEmpty else {
                throw Failure("the model coarse needs one of --scales to be above 1, such as 1,8", exitCode: .usage)
            }
            self = .nilm(NILMModel.Shape(configuration, scales: scales))
        }
    }
}

extension TrainingOptions {
    /// `onThreshold` in watts.
    init(_ configuration: RunConfiguration, onThreshold: Float, threads: Int) {
        let on = configuration.onWeight
        let loss: Loss =
            switch configuration.loss {
            case .l1: Loss(l1: 1, l2: 0, on: on)
            case .mse: Loss(l1: 0, l2: 1, on: on)
            case .mixed: Loss(l1: 0.5, l2: 1, on: on)
            }
        let schedule: LearningRateSchedule =
            switch configuration.schedule {
            case .constant: .constant(configuration.learningRate)
            case .cosine: .warmUpAndCosine(peak: configuration.learningRate)
            }
        self.init(
            loss: loss, schedule: schedule, epochs: configuration.epochs, budget: configuration.budget?.value,
            batch: configuration.batch, clip: configuration.clip, seed: configuration.seed, threads: threads,
            sampling: Sampling(
                onShare: configuration.onShare, count: configuration.epochWindows, amplitude: configuration.amplitude,
                offset: configuration.offset, mixing: configuration.mixing),
            onThreshold: onThreshold)
    }
}

extension ApplianceKind {
    /// What is known of an appliance, with what the configuration says otherwise.
    init(named name: String, _ configuration: RunConfiguration) {
        self = Appliances.kind(named: name)
        if let watts = configuration.onThresholds[self.name] {
            onThreshold = Float(watts)
            source = "set for this run (on_thresholds)"
        }
        minimumOn = configuration.minOn[self.name] ?? minimumOn
        minimumOff = configuration.minOff[self.name] ?? minimumOff
        eventTolerance = configuration.eventTolerances[self.name]
    }
}

extension Scoring {
    /// For the appliances of a data set, beside what their baselines learnt.
    init(
        _ configuration: RunConfiguration, appliances: [ApplianceData], timeZone: String?, learnt: [LearntBaselines]
    ) throws(EvaluationError) {
        let profile: MetricProfile =
            switch configuration.metricProfile {
            case .standard: .standard
            case .kelly: .kelly
            case .bert4nilm: .bert4nilm
            case .nilmformer: configuration.data.hasPrefix("refit:") ? .nilmformerREFIT : .nilmformer
            case .nilmformerREFIT: .nilmformerREFIT
            case .nilmtk: .nilmtk
            }
        try self.init(
            profile: profile, appliances: appliances, learnt: learnt, timeZone: timeZone
        ) { ApplianceKind(named: $0, configuration) }
    }
}

extension LearntBaselines {
    /// Fits the baselines of every appliance to its training part.
    static func fitted(
        to dataset: Dataset, _ configuration: RunConfiguration
    ) throws(EvaluationError) -> [LearntBaselines] {
        var learnt: [LearntBaselines] = []
        for data in dataset.appliances {
            learnt.append(
                try LearntBaselines(
                    fittedTo: data.train,
                    beside: dataset.appliances.filter { $0.appliance != data.appliance }.map(\.train),
                    kind: ApplianceKind(named: data.appliance, configuration),
                    source: .trainingPart(places: data.train.places(hasClock: dataset.timeZone != nil)),
                    timeZone: dataset.timeZone))
        }
        return learnt
    }
}

extension [Stretch] {
    /// Houses with their days in UTC: `house 1 (2013-05-20 to 2013-08-01), house 5 (...)`.
    func places(hasClock: Bool) -> String {
        var spans: [(house: String, start: Int, end: Int)] = []
        for stretch in self {
            if let index = spans.firstIndex(where: { $0.house == stretch.house }) {
                spans[index].end = stretch.end
            } else {
                spans.append((stretch.house, stretch.start, stretch.end))
            }
        }
        return spans.map { span in
            let house = HouseName.text(span.house)
            let (first, last) = (UTCTime(seconds: span.start), UTCTime(seconds: span.end - 1))
            return hasClock ? "\(house) (\(first.iso8601.prefix(10)) to \(last.iso8601.prefix(10)))" : house
        }.joined(separator: ", ")
    }
}
