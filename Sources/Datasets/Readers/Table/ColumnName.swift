import Runs

/// What a column's name says: `Kettle (kW)`, `mains_kw_avg`, `gridPowerW` and `[VA] total` are a label and a quantity.
struct ColumnName {
    /// What the numbers of a column count.
    enum Quantity: Equatable {
        /// `watts` is what a number is multiplied by.
        case power(PowerQuantity, watts: Double)
        /// What a number is multiplied by for watt-hours; nil where the name has no unit.
        case energy(wattHours: Double?)
        /// A unit that may be one of two.
        case unclear(String)
        /// No power and no energy: a voltage, a state, an identity.
        case other
        /// The name has no unit.
        case unknown

        var isPowerOrEnergy: Bool {
            switch self {
            case .power, .energy: true
            default: false
            }
        }
    }

    /// Lower-case words with underscores between them, without the unit.
    let label: String
    let quantity: Quantity

    /// Whether it may be a meter's power.
    var isPower: Bool {
        switch quantity {
        case .power, .unknown: !label.isEmpty
        default: false
        }
    }

    private static let powers: [String: (quantity: PowerQuantity, watts: Double)] = [
        "w": (.active, 1), "watt": (.active, 1), "watts": (.active, 1), "kw": (.active, 1000),
        "kwatt": (.active, 1000), "kwatts": (.active, 1000), "kilowatt": (.active, 1000), "kilowatts": (.active, 1000),
        "milliwatt": (.active, 0.001), "milliwatts": (.active, 0.001), "megawatt": (.active, 1e6),
        "megawatts": (.active, 1e6), "vatio": (.active, 1), "vatios": (.active, 1), "kilovatio": (.active, 1000),
        "kilovatios": (.active, 1000), "va": (.apparent, 1), "voltampere": (.apparent, 1),
        "voltamperes": (.apparent, 1),
        "voltamps": (.apparent, 1), "kva": (.apparent, 1000),
    ]
    private static let energies: [String: Double] = [
        "wh": 1, "whs": 1, "watthour": 1, "watthours": 1, "kwh": 1000, "kwhs": 1000, "kwhr": 1000, "kwatthours": 1000,
        "wattstunden": 1, "kilowattstunden": 1000, "kilowatthour": 1000, "kilowatthours": 1000, "mwh": 1e6,
        "joule": 1.0 / 3600, "joules": 1.0 / 3600,
        "kj": 1.0 / 3.6, "mj": 1000.0 / 3.6,
    ]
    /// Words that make one unit together.
    private static let pairs: [String: String] = [
        "watt hour": "wh", "watt hours": "wh", "watts hour": "wh", "watts hours": "wh", "kilowatt hour": "kwh",
        "kilowatt hours": "kwh", "kw h": "kwh", "kw hour": "kwh", "kw hours": "kwh", "kwatt hours": "kwh", "w h": "wh",
        "volt ampere": "va", "volt amperes": "va", "volt amps": "va", "kilo watt": "kw", "kilo watts": "kw",
        "power factor": "pf",
    ]
    /// Units of something else, as the last word of several.
    private static let otherUnits: Set = [
        "v", "mv", "volt", "volts", "a", "ma", "amp", "amps", "ampere", "amperes", "hz", "var", "vars", "kvar", "varh",
        "kvarh", "pf", "c", "degc", "f", "s", "percent", "pct", "lux", "ppm",
    ]
    /// Names that are a unit alone, in the letters in which it is written.
    private static let bareOthers: Set = [
        "V", "A", "VAR", "VAr", "var", "Var", "kVAR", "kvar", "PF", "pf", "Pf", "Hz", "hz", "HZ", "f", "F",
    ]
    /// Last words of what is no power.
    private static let otherLabels: Set = [
        "voltage", "current", "frequency", "freq", "intensity", "temperature", "temp", "humidity", "pressure", "issues",
        "status", "state", "mode", "flag", "quality", "price", "cost", "tariff", "index", "id", "dataid", "houseid",
        "meterid", "deviceid", "userid", "homeid", "mpan", "mprn", "serial", "lclid", "max", "min", "peak", "std", "pf",
        "weekday",
    ]
    /// Words that say so wherever they stand.
    private static let otherWords: Set = ["reactive", "voltage", "temperature", "humidity", "frequency"]
    /// Words behind a unit that leave it as it is.
    private static let statistics: Set = ["avg", "average", "mean", "inst", "instant", "instantaneous"]

    init(_ name: String) {
        var words = Self.words(of: name)
        if let joule = words.firstIndex(of: "J") { words[joule] = "joule" }
        // Case is all that tells a milliwatt from a megawatt.
        let prefixed = words.first { $0 == "mW" || $0 == "MW" }
        var isUnclear = false
        words = words.map { word in
            if word == "mW" { return "milliwatt" }
            if word == "MW" { return "megawatt" }
            if word.lowercased() == "mw" { isUnclear = prefixed == nil }
            return word == "mWh" ? "milliwatthour" : word.lowercased()
        }
        words = Self.joined(words)
        if Self.bareOthers.contains(name.filter { $0.isLetter || $0.isNumber }) {
            label = ""
            quantity = .other
            return
        }
        if isUnclear {
            label = words.filter { $0 != "mw" }.joined(separator: "_")
            quantity = .unclear("mw")
            return
        }
        if let energy = words.first(where: { Self.energies[$0] != nil || $0 == "milliwatthour" }) {
            label = words.filter { $0 != energy }.joined(separator: "_")
            quantity = .energy(wattHours: Self.energies[energy] ?? 0.001)
            return
        }
        let unit = Self.powerUnit(in: words)
        if let unit { words.remove(at: unit.index) }
        if unit != nil { while let last = words.last, Self.statistics.contains(last) { words.removeLast() } }
        let last = words.last ?? ""
        let isOther =
            Self.otherLabels.contains(last) || words.contains(where: Self.otherWords.contains)
            || (unit == nil && words.count > 1 && Self.otherUnits.contains(last))
        if isOther, unit == nil, words.count > 1, Self.otherUnits.contains(last) { words.removeLast() }
        label = words.joined(separator: "_")
        if isOther {
            quantity = .other
        } else if let unit {
            quantity = .power(unit.unit.quantity, watts: unit.unit.watts)
        } else {
            quantity = words.contains("energy") ? .energy(wattHours: nil) : .unknown
        }
    }

    /// The unit of power among words: the first of them, or the last but for what kind of mean it is.
    private static func powerUnit(
        in words: [String]
    ) -> (index: Int, unit: (quantity: PowerQuantity, watts: Double))? {
        let end = words.lastIndex { !statistics.contains($0) } ?? 0
        for index in [end, 0] where words.indices.contains(index) {
            if let unit = powers[words[index]] { return (index, unit) }
        }
        // A letter alone may be anything in between.
        guard let index = words.firstIndex(where: { $0.count > 1 && powers[$0] != nil }) else { return nil }
        return powers[words[index]].map { (index, $0) }
    }

    private static func joined(_ words: [String]) -> [String] {
        var result: [String] = []
        for word in words {
            if let last = result.last, let pair = pairs[last + " " + word] {
                result[result.count - 1] = pair
            } else {
                result.append(word)
            }
        }
        return result
    }

    /// The words of a name, as they are written: parted by signs, by a capital behind a small letter, and before a unit
    /// behind a small letter or a digit (`gridkW`, `L1W`).
    private static func words(of name: String) -> [String] {
        name.split { !($0.isLetter || $0.isNumber) }.flatMap { word -> [String] in
            let word = String(word)
            if isUnit(word) { return [word] }
            for unit in ["kWh", "MWh", "mWh", "Wh", "kVA", "VA", "kW", "MW", "mW", "W"] where word.hasSuffix(unit) {
                let rest = word.dropLast(unit.count)
                if let last = rest.last, last.isLowercase || last.isNumber { return camelWords(String(rest)) + [unit] }
            }
            for unit in ["kWh", "kW"] where word.hasPrefix(unit) {
                if word.dropFirst(unit.count).first?.isLowercase == true {
                    return [unit, String(word.dropFirst(unit.count))]
                }
            }
            return camelWords(word)
        }
    }

    private static func isUnit(_ word: String) -> Bool {
        let lower = word.lowercased()
        return powers[lower] != nil || energies[lower] != nil || otherUnits.contains(lower) || lower == "mw"
    }

    /// `useWatts` is `use` and `Watts`, `HVACPower` is `HVAC` and `Power`.
    private static func camelWords(_ word: String) -> [String] {
        var words: [String] = []
        let letters = Array(word)
        for (index, letter) in letters.enumerated() {
            let before = index > 0 ? letters[index - 1] : nil
            let after = index + 1 < letters.count ? letters[index + 1] : nil
            let isStart =
                letter.isUppercase
                && ((before?.isLowercase ?? false) || (before?.isUppercase ?? false) && (after?.isLowercase ?? false))
            if isStart || words.isEmpty { words.append("") }
            words[words.count - 1].append(letter)
        }
        return words
    }
}
