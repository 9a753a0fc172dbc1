import Plots
import Runs
import Support

/// A number as a cell shows it: rounded for reading, exact for machines, or why there is none.
struct ValueView: Equatable {
    let isDefined: Bool
    /// The shortest text that gives the same number again, as in results.json.
    let exact: String
    let text: Text
    let reason: Text

    /// Why there is no true energy.
    static let noTruth = Text("no ground truth", es: "sin valor real")

    /// Why there is no skill.
    static let zeroIsRight = Text("predicting zero is right", es: "predecir cero acierta")

    private init(_ value: Double?, _ text: (Double) -> String, reason: Text?) {
        isDefined = value != nil
        exact = value.map { $0.description.hasSuffix(".0") ? String($0.description.dropLast(2)) : $0.description } ?? ""
        self.text = Text(verbatim: value.map(text) ?? "")
        self.reason = reason ?? Text("not measured", es: "sin medir")
    }

    /// Three significant digits, whole numbers in full.
    static func significant(_ value: Double?, reason: Text? = nil) -> ValueView {
        ValueView(value, { NumberText.significant($0, digits: 3) }, reason: reason)
    }

    /// Watts in a column.
    static func watts(_ value: Double?, reason: Text? = nil) -> ValueView {
        ValueView(value, { NumberText.digits($0) }, reason: reason)
    }

    static func fixed(_ value: Double?, decimals: Int, reason: Text? = nil) -> ValueView {
        ValueView(value, { NumberText.fixed($0, decimals: decimals) }, reason: reason)
    }

    /// Energy to the watt-hour.
    static func kWh(_ value: Double?, reason: Text? = nil) -> ValueView { fixed(value, decimals: 3, reason: reason) }

    /// A metric as suits its unit.
    static func metric(_ metric: Metric, of values: MetricValues) -> ValueView {
        let (value, reason) = (values[metric], values.reason(for: metric).map(UndefinedReason.text))
        return switch metric.unit {
        case .watts: watts(value, reason: reason)
        case .percent: fixed(value, decimals: 1, reason: reason)
        case .kilowattHours: kWh(value, reason: reason)
        case .ratio: fixed(value, decimals: 3, reason: reason)
        }
    }
}
