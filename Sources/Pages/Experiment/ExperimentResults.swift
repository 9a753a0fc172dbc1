import Runs
import Support

/// The runs of an experiment, grouped for comparison: the same appliance of the same data set under each model.
package struct ExperimentResults: Sendable {
    /// One run.
    package struct Run: Sendable {
        /// The experiment's names for what it ran on and with.
        package var data: String
        package var model: String
        package var seed: UInt64
        /// The run's folder, as seen from the page.
        package var folder: String
        /// Of hundreds of runs only what is compared is held.
        package let results: Results

        package init(data: String, model: String, seed: UInt64, folder: String, results: Results) {
            self.data = data
            self.model = model
            self.seed = seed
            self.folder = folder
            self.results = results.compared
        }
    }

    /// One appliance's scores under one model, a score a seed, in the order of the runs.
    struct Scores {
        let model: String
        let scores: [Score]

        /// The values of the seeds that have one.
        func values(_ value: (Score) -> Double?) -> Spread? { Spread(scores.compactMap(value)) }
    }

    /// One appliance in one run.
    struct Score {
        let run: Run
        let appliance: ApplianceResult

        var mae: Double? { appliance.metrics[.maeW] }
        var f1: Double? { appliance.metrics[.f1] }
        /// Seconds; nil where nothing was trained or the time was not noted.
        var trainingSeconds: Double? {
            let epochs = (run.results.training?.epochs ?? []).filter { $0.appliance == appliance.name }
            let seconds = epochs.compactMap(\.seconds)
            return seconds.isEmpty ? nil : seconds.reduce(0, +)
        }
    }

    /// One appliance of one data set.
    struct Group {
        let data: String
        let appliance: String
        /// In the experiment's order of models; those with a run.
        let models: [Scores]

        func scores(of model: String) -> Scores? { models.first { $0.model == model } }

        /// MAE of predicting zero, watts, which is the same for every model.
        var zero: Double? { models.first?.scores.first?.appliance.baselines.zero[.maeW] }
    }

    let groups: [Group]
    /// In the experiment's order; the first is what the others are compared with.
    let models: [String]
    package let runs: [Run]
    /// Runs that are not there, and why.
    package let missing: [Text]
    /// By pair, what was found between the two models.
    private var differences: [Pair: ClosedRange<Double>] = [:]

    /// One appliance under the first model and another one.
    package struct Pair: Hashable, Sendable {
        package let data: String
        package let appliance: String
        package let model: String
    }

    /// Every pair with its runs' results.
    package var pairs: [(pair: Pair, before: [ApplianceResult], after: [ApplianceResult])] {
        groups.flatMap { group -> [(Pair, [ApplianceResult], [ApplianceResult])] in
            guard let first = models.first, let before = group.scores(of: first) else { return [] }
            return group.models.filter { $0.model != first }.map { after in
                (
                    Pair(data: group.data, appliance: group.appliance, model: after.model),
                    before.scores.map(\.appliance), after.scores.map(\.appliance)
                )
            }
        }
    }

    /// Runs that were scored on other rows than the first model's of the same seed, or by other rules, a sentence each: their
    /// scores stand beside each other, and say less.
    package var incomparable: [Text] {
        // By the folders of the two runs, which have all their appliances in common.
        var known: [[String]: Comparability] = [:]
        return groups.flatMap { group -> [Text] in
            guard let first = models.first, let before = group.scores(of: first)?.scores else { return [] }
            let bySeed = Dictionary(before.map { ($0.run.seed, $0) }) { first, _ in first }
            return group.models.filter { $0.model != first }.flatMap(\.scores).compactMap { score in
                guard let other = bySeed[score.run.seed] else { return nil }
                let pair = [score.run.folder, other.run.folder]
                let comparability = known[pair] ?? Comparability(of: score.run.results, with: other.run.results)
                known[pair] = comparability
                return comparability.reason(for: group.appliance).map { obstacle in
                    let reason = obstacle.text
                    return Text(
                        "\(pair[0]) is not comparable with \(pair[1]): \(reason).",
                        es: "\(pair[0]) no es comparable con \(pair[1]): \(reason).")
                }
            }
        }
    }

    /// Notes that a pair's MAE differs by `interval`, watts, with 95 % confidence.
    package mutating func set(_ interval: ClosedRange<Double>, for pair: Pair) { differences[pair] = interval }

    /// What was noted; nil for the first model, and where there was no interval.
    func difference(of model: String, in group: Group) -> ClosedRange<Double>? {
        differences[Pair(data: group.data, appliance: group.appliance, model: model)]
    }

    package init(_ runs: [Run], models: [String], missing: [Text]) {
        self.runs = runs
        self.models = models
        self.missing = missing
        /// One appliance of one data set.
        struct Key: Hashable {
            let data: String
            let appliance: String
        }
        var keys: [Key] = []
        var scores: [Key: [Score]] = [:]
        for run in runs {
            var seen: Set<String> = []
            for appliance in run.results.appliances where seen.insert(appliance.name).inserted {
                let key = Key(data: run.data, appliance: appliance.name)
                if scores[key] == nil { keys.append(key) }
                scores[key, default: []].append(Score(run: run, appliance: appliance))
            }
        }
        groups = keys.map { key in
            let byModel = Dictionary(grouping: scores[key] ?? [], by: \.run.model)
            return Group(
                data: key.data, appliance: key.appliance,
                models: models.compactMap { model in byModel[model].map { Scores(model: model, scores: $0) } })
        }
    }
}

extension Results {
    /// Scores, blocks, training and what was scored: what runs are compared by, without all that a page of one run shows.
    fileprivate var compared: Results {
        var results = self
        (results.windows, results.attention, results.notices, results.gates) = ([], [], [], [])
        (results.baseline, results.run.data.files, results.run.data.houses) = (nil, [], nil)
        results.run.data.leakage = nil
        for index in results.appliances.indices {
            results.appliances[index].byHour = nil
            results.appliances[index].byDay = nil
            results.appliances[index].errors = nil
            results.appliances[index].ablations = nil
            results.appliances[index].levels = nil
        }
        return results
    }
}

/// The median and the ends of some values.
struct Spread: Equatable {
    let median: Double
    let least: Double
    let most: Double
    let count: Int

    /// nil for no values. The median of an even number is the mean of the middle two.
    init?(_ values: [Double]) {
        let sorted = values.sorted()
        guard let first = sorted.first, let last = sorted.last else { return nil }
        let middle = sorted.count / 2
        median = sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
        (least, most, count) = (first, last, sorted.count)
    }
}
