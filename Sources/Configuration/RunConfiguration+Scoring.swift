import Datasets
import Runs
import Scoring
import Support

extension ApplianceKind {
    /// What is known of an appliance, with what the configuration says otherwise.
    package init(named name: String, _ configuration: RunConfiguration) {
        self = Appliances.kind(named: name)
        if let watts = configuration.onThresholds[self.name] {
            onThreshold = Float(watts)
            source = .setting
        }
        minimumOn = configuration.minOn[self.name] ?? minimumOn
        minimumOff = configuration.minOff[self.name] ?? minimumOff
        eventTolerance = configuration.eventTolerances[self.name]
    }
}

extension Scoring {
    /// For the appliances of a data set, beside what their baselines learnt.
    package init(
        _ configuration: RunConfiguration, appliances: [ApplianceData], timeZone: String?, fits: [BaselineFit]
    ) throws(EvaluationError) {
        let profile = MetricProfile.named(
            configuration.metricProfile, isREFIT: SourceFormat.refit.isNamed(in: configuration.data))
        try self.init(
            profile: profile, appliances: appliances, fits: fits, timeZone: timeZone
        ) { ApplianceKind(named: $0, configuration) }
    }
}

extension BaselineFit {
    /// Fits the baselines of every appliance to its training part.
    package static func fitted(
        to dataset: Dataset, _ configuration: RunConfiguration
    ) throws(EvaluationError) -> [BaselineFit] {
        var fits: [BaselineFit] = []
        for data in dataset.appliances {
            fits.append(
                try BaselineFit(
                    fittedTo: data.train,
                    beside: dataset.appliances.filter { $0.appliance != data.appliance }.map(\.train),
                    kind: ApplianceKind(named: data.appliance, configuration),
                    source: .trainingPart(places: data.train.places(hasClock: dataset.timeZone != nil)),
                    timeZone: dataset.timeZone))
        }
        return fits
    }
}

extension [Segment] {
    /// Houses with their days in UTC.
    package func places(hasClock: Bool) -> [BaselinesSource.Place] {
        var spans: [(house: String, start: Int, end: Int)] = []
        for segment in self {
            if let index = spans.firstIndex(where: { $0.house == segment.house }) {
                spans[index].end = segment.end
            } else {
                spans.append((segment.house, segment.start, segment.end))
            }
        }
        return spans.map { span in
            guard hasClock else { return BaselinesSource.Place(house: span.house) }
            let (first, last) = (UTCTime(seconds: span.start), UTCTime(seconds: span.end - 1))
            return BaselinesSource.Place(
                house: span.house, first: String(first.iso8601.prefix(10)), last: String(last.iso8601.prefix(10)))
        }
    }
}
