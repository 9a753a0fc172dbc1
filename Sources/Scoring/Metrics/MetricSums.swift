import Runs
import Support

/// Everything that the metrics of one predictor need, gathered in one pass over the segments of the test part; all
/// metrics are pooled over samples. See ``Metric`` for the formulas.
package struct MetricSums: Sendable {
    private let eventTolerance: Int
    package private(set) var count = 0
    private var powers: PowerSums
    private var states = StateCounts()
    private var events = EventCounts()
    private var energies: EnergySums

    /// `clock` is nil for data without one.
    package init(_ rules: ScoringRules, periodS: Int, clock: LocalClock?) {
        eventTolerance = rules.eventTolerance(periodS: periodS)
        powers = PowerSums(rules.variants)
        energies = EnergySums(clock: clock, periodS: periodS)
    }

    /// Samples truly on.
    package var onCount: Int { states.onCount }
    package var byHour: [HourScore]? { energies.byHour }
    package var byDay: [DayScore]? { energies.byDay }

    /// Adds a segment without gaps of one house, from `start` in Unix seconds; one truth, prediction and aggregate
    /// (watts) a sample.
    package mutating func add(truth: Signal, prediction: Signal, aggregate: [Float], house: String, start: Int) {
        precondition(
            truth.watts.count == prediction.watts.count && truth.watts.count == aggregate.count,
            "truth, prediction and aggregate need one length, got \(truth.watts.count), \(prediction.watts.count) and "
                + "\(aggregate.count)")
        count += truth.watts.count
        for index in truth.watts.indices {
            powers.add(
                truth: truth.watts[index], prediction: prediction.watts[index], aggregate: Double(aggregate[index]),
                isOn: truth.isOn[index])
            states.add(truth: truth.isOn[index], prediction: prediction.isOn[index])
        }
        events.add(truth: truth.events, prediction: prediction.events, tolerance: eventTolerance)
        energies.add(truth: truth.watts, prediction: prediction.watts, house: house, start: start)
    }

    /// The metrics of the samples added, at least one.
    package var values: MetricValues {
        precondition(count > 0, "metrics need a sample")
        var values = MetricValues()
        powers.set(in: &values)
        states.set(in: &values)
        events.set(in: &values)
        energies.set(in: &values)
        return values
    }
}
