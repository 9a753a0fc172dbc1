import Networks

extension SeedModel.Shape {
    package init(_ configuration: RunConfiguration) throws(ConfigurationError) {
        let scales = configuration.scales
        guard scales.count == 2, scales[0] == 1 else {
            throw .contradiction(
                "the seed model has the scales 1 and another, got --scales "
                    + scales.map(String.init).joined(separator: ",") + "; take --model nilm for others")
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
    package init(_ configuration: RunConfiguration) throws(ConfigurationError) {
        switch configuration.model {
        case .seed: self = .seed(try SeedModel.Shape(configuration))
        case .nilm: self = .nilm(NILMModel.Shape(configuration, scales: configuration.scales))
        case .conv: self = .nilm(NILMModel.Shape(configuration, depth: 0, scales: configuration.scales))
        case .fine: self = .nilm(NILMModel.Shape(configuration, scales: [1]))
        case .coarse:
            let scales = configuration.scales.filter { $0 > 1 }
            guard !scales.isEmpty else {
                throw .contradiction("the model coarse needs one of --scales to be above 1, such as 1,8")
            }
            self = .nilm(NILMModel.Shape(configuration, scales: scales))
        }
    }
}

extension TrainingOptions {
    /// `onThreshold` in watts.
    package init(_ configuration: RunConfiguration, onThreshold: Float, threads: Int) {
        self.init(
            loss: Loss(configuration.loss, on: configuration.onWeight),
            schedule: LearningRateSchedule(configuration.schedule, peak: configuration.learningRate),
            epochs: configuration.epochs, budget: configuration.budget?.value,
            batch: configuration.batch, clip: configuration.clip, seed: configuration.seed, threads: threads,
            sampling: Sampling(
                onShare: configuration.onShare, count: configuration.epochWindows, amplitude: configuration.amplitude,
                offset: configuration.offset, mixing: configuration.mixing),
            onThreshold: onThreshold)
    }
}
