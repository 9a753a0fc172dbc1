import Plots
import Runs

/// A number as a cell shows it: rounded for reading, exact for machines, or why there is none.
struct ValueView: Equatable {
    let isDefined: Bool
    /// The shortest text that gives the same number again, as in results.json.
    let exact: String
    let text: String
    let reason: String

    private init(_ value: Double?, _ text: (Double) -> String, reason: String?) {
        isDefined = value != nil
        exact = value.map { $0.description.hasSuffix(".0") ? String($0.description.dropLast(2)) : $0.description } ?? ""
        self.text = value.map(text) ?? ""
        self.reason = reason ?? "not measured"
    }

    /// Three significant digits, whole numbers in full.
    static func significant(_ value: Double?, reason: String? = nil) -> ValueView {
        ValueView(value, { NumberText.significant($0, digits: 3) }, reason: reason)
    }

    /// Watts in a column.
    static func watts(_ value: Double?, reason: String? = nil) -> ValueView {
        ValueView(value, { NumberText.digits($0) }, reason: reason)
    }

    static func fixed(_ value: Double?, decimals: Int, reason: String? = nil) -> ValueView {
        ValueView(value, { NumberText.fixed($0, decimals: decimals) }, reason: reason)
    }

    /// Energy to the watt-hour.
    static func kWh(_ value: Double?, reason: String? = nil) -> ValueView { fixed(value, decimals: 3, reason: reason) }

    /// A metric as suits its unit.
    static func metric(_ metric: Metric, of values: MetricValues) -> ValueView {
        let (value, reason) = (values[metric], values.reason(for: metric))
        return switch metric.unit {
        case "W": watts(value, reason: reason)
        case "%": fixed(value, decimals: 1, reason: reason)
        case "kWh": kWh(value, reason: reason)
        default: fixed(value, decimals: 3, reason: reason)
        }
    }
}

/// A name and its text, for lists of facts.
struct FactView: Equatable {
    let label: String
    let text: String

    /// Where a run that is to have the same bytes each time says nothing measured of the machine.
    static let notNoted = "not noted in a reproducible run"

    init(_ label: String, _ text: String) {
        self.label = label
        self.text = text
    }

    /// Something measured of the machine; nil where it was not noted.
    init(_ label: String, measured text: String?) { self.init(label, text ?? Self.notNoted) }
}
