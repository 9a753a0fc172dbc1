import Plots

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
    package static func bytes(_ value: Int) -> String {
        let units = ["bytes", "KiB", "MiB", "GiB", "TiB"]
        var (amount, unit) = (Double(value), 0)
        while amount >= 1024, unit < units.count - 1 { (amount, unit) = (amount / 1024, unit + 1) }
        return NumberText.significant(amount) + " " + units[unit]
    }

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
