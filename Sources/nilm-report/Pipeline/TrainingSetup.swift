import Configuration
import Datasets
import Networks
import Runs

/// What one appliance's network is trained with.
struct TrainingSetup {
    let architecture: Architecture
    let options: TrainingOptions
    let normalisation: Normalisation
    /// Samples in a window.
    let window: Int
    let train: Windows
    let validation: Windows
    /// What was asked for, and the data can't support.
    let calendarLeftOut: [CalendarCycle]

    /// `configuration` is narrowed to the appliance.
    init(_ data: ApplianceData, configuration: RunConfiguration, threads: Int) throws {
        normalisation = try Self.normalisation(for: data, configuration)
        var configuration = configuration
        calendarLeftOut = configuration.calendar.filter { !data.train.support($0) }
        configuration.calendar.removeAll(where: calendarLeftOut.contains)
        architecture = try Architecture(configuration)
        window = configuration.window
        train = Windows(of: data.train, length: window, stride: configuration.stride)
        validation = Windows.covering(data.validation, length: window, stride: window)
        options = TrainingOptions(
            configuration, onThreshold: ApplianceKind(named: data.appliance, configuration).onThreshold,
            threads: threads)
    }

    /// The windows of a full step, or of as full a one as there is.
    var batch: ArraySlice<Int> { Array(0..<min(options.batch, train.count))[...] }

    /// The power scaling that a configuration asks for, fitted to the training part.
    static func normalisation(
        for data: ApplianceData, _ configuration: RunConfiguration
    ) throws(Failure) -> Normalisation {
        switch configuration.normalisation {
        case .none: return .none
        case .kilowatt: return .kilowatt
        case .standard:
            do throws(NormalisationError) {
                return try .fitted(
                    to: data.train, onThreshold: ApplianceKind(named: data.appliance, configuration).onThreshold)
            } catch {
                // It knows the powers, not whose they are and of how long.
                var advice = ""
                // A threshold for what is a thousandth of its power would make a wrong unit look right.
                if case .neverOn(let threshold, let maximum) = error, maximum * 20 > threshold,
                    let period = configuration.period.seconds
                {
                    advice =
                        ". Rows of \(period) s average shorter activations: where the meter is read more often, take a shorter "
                        + "--period, else --on-thresholds \(data.appliance)=\(Int((maximum / 2).rounded(.up)))"
                }
                throw Failure("\(data.appliance): \(error)\(advice)", exitCode: .badData)
            }
        }
    }
}

extension [Segment] {
    /// Whether a network can learn from them what a place in a cycle means: they have a clock, and a house's last
    /// reading is two cycles or more behind its first.
    fileprivate func support(_ cycle: CalendarCycle) -> Bool {
        guard allSatisfy({ $0.zone != nil }) else { return false }
        return Dictionary(grouping: self, by: \.house).values.contains { segments in
            let first = segments.map(\.start).min() ?? 0
            let last = segments.map(\.end).max() ?? 0
            return last - first >= 2 * cycle.length
        }
    }
}
