/// What a person can get wrong in a gate or in the rules of a comparison.
package enum GateError: Error, Equatable {
    case syntax(String)
    case bound(String, got: String)
    case unknownMetric(String, got: String, nearest: String?)
    case unknownAppliance(String, got: String, nearest: String?, known: [String])
    /// A tolerance that is none.
    case tolerance(String)
    /// A metric that blocks of the test part do not tell.
    case notComparable(metric: String)
}

extension GateError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .syntax(let text):
            return "gate \"\(text)\": expected METRIC OPERATOR NUMBER or APPLIANCE.METRIC OPERATOR NUMBER, such as "
                + "\"mae_w < 30\" or \"kettle.f1 >= 0.8\"; the operators are <, <=, > and >="
        case .bound(let text, let got):
            return "gate \"\(text)\": expected a number behind the operator, got \"\(got)\""
        case .unknownMetric(let text, let got, let nearest):
            return "gate \"\(text)\": there is no metric \"\(got)\"; "
                + (nearest.map { "did you mean \($0)?" } ?? "the metrics are \(Self.list(Quantity.allCases))")
        case .unknownAppliance(let text, let got, let nearest, let known):
            return "gate \"\(text)\": the run has no appliance \"\(got)\"; "
                + (nearest.map { "did you mean \($0)?" } ?? "it has \(known.joined(separator: ", "))")
        case .tolerance(let text):
            return
                "tolerance \"\(text)\": expected METRIC=NUMBER with a number from 0, such as mae_w=0.5; the metrics are "
                + Self.list(BlockMetrics.quantities)
        case .notComparable(let metric):
            return "metric \"\(metric)\": can't be told of a choice of days, and so not from chance; the metrics are "
                + Self.list(BlockMetrics.quantities)
        }
    }

    private static func list(_ quantities: [Quantity]) -> String { quantities.map(\.key).joined(separator: ", ") }
}
