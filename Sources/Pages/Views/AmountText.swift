import Plots
import Support

/// Whole numbers and amounts as text.
package enum AmountText {
    /// Digits in groups of three from five digits on, as tables of the SI brochure: `103 429`.
    package static func count(_ value: Int) -> String {
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
    package static func bytes(_ value: Int) -> Text {
        let units = ["bytes", "KiB", "MiB", "GiB", "TiB"]
        var (amount, unit) = (Double(value), 0)
        while amount >= 1024, unit < units.count - 1 { (amount, unit) = (amount / 1024, unit + 1) }
        return Text(verbatim: NumberText.significant(amount)) + Text(verbatim: " " + units[unit])
    }

    /// `180 s`, or `180 to 450 s` where the ends differ.
    static func seconds(_ least: Int, _ most: Int) -> Text {
        least == most ? Text(verbatim: "\(most) s") : Text("\(least) to \(most) s", es: "\(least) a \(most) s")
    }

    /// `38.2 %`, with a space that does not break: a share that is not quite all, or not quite nothing, does not read as if
    /// it were.
    static func percent(_ share: Double) -> Text {
        let isNearlyAll = share < 1 && share >= 0.9995
        let isNearlyNone = share > 0 && share < 0.0005
        let number = isNearlyAll ? "99.9" : isNearlyNone ? "0.1" : NumberText.fixed(100 * share, decimals: 1)
        let bound = isNearlyAll ? ">\u{A0}" : isNearlyNone ? "<\u{A0}" : ""
        return Text(verbatim: bound) + Text(verbatim: number) + Text(verbatim: "\u{A0}%")
    }

    /// `38.2 W`
    static func watts(_ value: Double) -> Text { Text(verbatim: NumberText.significant(value)) + Text(verbatim: " W") }

    /// `45 s`, `4 min 10 s`, `3 h 20 min`, `2 d 4 h`: the two largest units, with spaces that do not break.
    package static func duration(seconds: Int) -> String {
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
