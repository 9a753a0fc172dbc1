import Plots
import Runs
import Support

/// Every sentence of a verdict; appliances by name.
package enum VerdictMessage: Message {
    case failedGate(GateResult)
    case failedGates(Int, of: Int)
    /// Metrics by name of the appliance and key.
    case worse(run: String, metrics: [(appliance: String, metric: String)])
    case notComparable(run: String)
    /// nil for a model of no appliance in particular.
    case brokeDown([String?])
    case leaky
    case untrained([String])
    case cutShort([String])
    case doubtfulAggregate([String])
    case doubtfulData
    case alwaysOn([String])
    case nothingScored
    case comparison(beats: [Fare], others: [Fare])
    case undecided([String])

    /// How an appliance fares against predicting zero, watts.
    package struct Fare: Sendable {
        package var appliance: String
        package var maeW: Double
        package var zeroW: Double
        package var skill: Double
    }

    package enum Name: CaseIterable {
        case failedGate, failedGates, worse, notComparable, brokeDown, leaky, untrained, cutShort, doubtfulAggregate
        case doubtfulData, alwaysOn, nothingScored, comparison, undecided
    }

    package var name: Name {
        switch self {
        case .failedGate: .failedGate
        case .failedGates: .failedGates
        case .worse: .worse
        case .notComparable: .notComparable
        case .brokeDown: .brokeDown
        case .leaky: .leaky
        case .untrained: .untrained
        case .cutShort: .cutShort
        case .doubtfulAggregate: .doubtfulAggregate
        case .doubtfulData: .doubtfulData
        case .alwaysOn: .alwaysOn
        case .nothingScored: .nothingScored
        case .comparison: .comparison
        case .undecided: .undecided
        }
    }

    package static func samples(of name: Name) -> [VerdictMessage] {
        let names = [["kettle"], ["kettle", "fridge"], ["kettle", "fridge", "washing_machine"]]
        switch name {
        case .failedGate:
            return ["kettle.mae_w < 5", "f1 >= 0.8"].map {
                .failedGate(GateResult(expression: $0, appliance: "kettle", value: 8, passed: false))
            }
        case .failedGates: return [.failedGates(2, of: 3)]
        case .worse: return names.map { names in .worse(run: "main", metrics: names.map { ($0, "mae_w") }) }
        case .notComparable: return [.notComparable(run: "main")]
        case .brokeDown: return [[nil], ["kettle"], ["kettle", "fridge"]].map { .brokeDown($0) }
        case .leaky: return [.leaky]
        case .untrained: return names.map { .untrained($0) }
        case .cutShort: return names.map { .cutShort($0) }
        case .doubtfulAggregate: return names.map { .doubtfulAggregate($0) }
        case .doubtfulData: return [.doubtfulData]
        case .alwaysOn: return names.map { .alwaysOn($0) }
        case .nothingScored: return [.nothingScored]
        case .comparison:
            let fares = names.map { $0.map { Fare(appliance: $0, maeW: 8.06, zeroW: 40.25, skill: 0.8) } }
            return fares.flatMap { one -> [VerdictMessage] in
                [.comparison(beats: one, others: []), .comparison(beats: [], others: one)]
                    + fares.map { .comparison(beats: one, others: $0) }
            }
        case .undecided: return names.map { .undecided($0) }
        }
    }

    package var text: String {
        switch self {
        case .failedGate(let gate): "The gate \(gate.expression) of \(gate.appliance) is not met."
        case .failedGates(let failed, let all): "\(failed) of \(all) gates are not met."
        case .worse(let run, let metrics):
            "It is worse than the earlier run \(run) for \(Self.list(metrics.map { "\($0.appliance) (\($0.metric))" }))."
        case .notComparable(let run): "It is not comparable with the earlier run \(run)."
        case .brokeDown(let names):
            "The training of \(Self.list(names.map { $0 ?? "a model" })) broke down; see the notices."
        case .leaky: "Rows were scored that the model learnt from; see the notices."
        case .untrained(let names): "What is scored of \(Self.list(names)) is a network that was not trained."
        case .cutShort(let names): "The time budget cut the training of \(Self.list(names)) short; see the notices."
        case .doubtfulAggregate(let names):
            "The aggregate of \(Self.list(names)) is doubtful, and so are the scores; see the notices."
        case .doubtfulData: "The data are doubtful, and so are the scores; see the notices."
        case .alwaysOn(let names): "The F1 of \(Self.list(names)) says nothing, as it is always on; see the notices."
        case .nothingScored: "No appliance was scored."
        case .comparison(let beats, let others):
            "The model "
                + [
                    beats.isEmpty ? nil : "beats predicting zero for \(Self.list(beats.map(Self.described)))",
                    others.isEmpty ? nil : "does not beat predicting zero for \(Self.list(others.map(Self.described)))",
                ].compactMap { $0 }.joined(separator: " but ") + "."
        case .undecided(let names):
            "It cannot be judged against predicting zero for \(Self.list(names)), whose true power is zero throughout the "
                + "test part."
        }
    }

    /// `kettle (MAE 8.06 W, predicting zero 40.3 W, skill 0.80)`
    private static func described(_ fare: Fare) -> String {
        let watts = NumberText.significant
        return "\(fare.appliance) (MAE \(watts(fare.maeW, 3)) W, predicting zero \(watts(fare.zeroW, 3)) W, "
            + "skill \(NumberText.fixed(fare.skill, decimals: 2)))"
    }

    /// Names that a sentence takes.
    private static let mostListed = 6

    private static func list(_ names: [String]) -> String {
        guard names.count <= mostListed else {
            let named = names.prefix(mostListed - 1)
            return named.joined(separator: ", ") + " and \(names.count - named.count) more"
        }
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }
}
