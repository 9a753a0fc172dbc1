import Plotting
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

    static func fixed(_ value: Double?, decimals: Int, reason: String? = nil) -> ValueView {
        ValueView(value, { NumberText.fixed($0, decimals: decimals) }, reason: reason)
    }

    /// Energy to the watt-hour.
    static func kWh(_ value: Double?, reason: String? = nil) -> ValueView { fixed(value, decimals: 3, reason: reason) }

    /// A metric as suits its unit.
    static func metric(_ metric: Metric, of values: MetricValues) -> ValueView {
        let (value, reason) = (values[metric], values.reason(for: metric))
        return switch metric.unit {
        case "W": significant(value, reason: reason)
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

    init(_ label: String, _ text: String) {
        self.label = label
        self.text = text
    }
}

/// Whole numbers and amounts as text.
enum AmountText {
    /// Digits in groups of three from five digits on, as tables of the SI brochure: `103 429`.
    static func count(_ value: Int) -> String {
        let digits = Array(String(value.magnitude))
        guard digits.count > 4 else { return String(value) }
        var grouped = value < 0 ? "−" : ""
        for (index, digit) in digits.enumerated() {
            // A narrow space that does not break.
            if index > 0, (digits.count - index).isMultiple(of: 3) { grouped += "\u{202F}" }
            grouped.append(digit)
        }
        return grouped
    }

    /// `256 MiB`
    static func bytes(_ value: Int) -> String {
        let units = ["bytes", "KiB", "MiB", "GiB", "TiB"]
        var (amount, unit) = (Double(value), 0)
        while amount >= 1024, unit < units.count - 1 { (amount, unit) = (amount / 1024, unit + 1) }
        return NumberText.significant(amount) + " " + units[unit]
    }

    /// `45 s`, `4 min 10 s`, `3 h 20 min`, `2 d 4 h`: the two largest units, with spaces that do not break.
    static func duration(seconds: Int) -> String {
        let units = [(86_400, "d"), (3600, "h"), (60, "min"), (1, "s")]
        let first = units.firstIndex { seconds >= $0.0 } ?? units.count - 1
        let (size, name) = units[first]
        let space = "\u{A0}"
        let whole = "\(seconds / size)\(space)\(name)"
        guard first + 1 < units.count else { return whole }
        let rest = seconds % size / units[first + 1].0
        return rest == 0 ? whole : "\(whole)\(space)\(rest)\(space)\(units[first + 1].1)"
    }
}
