import Datasets
import Plots
import Runs
import Support

/// An inspection for a terminal: tables whose columns line up.
package enum InspectionText {
    /// `isStyled`: with headings in bold.
    package static func lines(of inspection: Inspection, isStyled: Bool) throws(PlottingError) -> [String] {
        let times = try Times(zone: inspection.timeZone)
        let style = { (text: String) in isStyled ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
        let count = inspection.houses.count
        let clock = inspection.timeZone.map { "times of \($0)" } ?? "no clock"
        var lines = [style("\(inspection.source): \(count) house\(count == 1 ? "" : "s"), \(clock)")]
        for house in inspection.houses {
            lines += [
                "",
                style(HouseName.text(house.name).english) + (house.span.map { "  " + times.text($0).english } ?? ""),
            ]
            lines += body(of: house, times, inspection, style)
        }
        let rules = ActivationRule.sentences(inspection.houses)
        if !rules.isEmpty { lines += ["", style("Uses")] + rules.map { "  " + $0.english } }
        return lines
    }

    private static func body(
        of house: HouseInspection, _ times: Times, _ inspection: Inspection, _ style: (String) -> String
    ) -> [String] {
        var lines: [String] = []
        for content in MeterTable.all(of: house, periodS: inspection.periodS) where !content.rows.isEmpty {
            var table = TextTable(content.head.map(\.english), left: MeterTable.names)
            for row in content.rows { table.add(row.map { $0.english.replacing("\u{A0}", with: " ") }) }
            lines += ["", "  " + style(content.title.english)] + table.lines
        }
        let found = HouseGaps(house)
        let gaps = found.longest
        if !gaps.isEmpty {
            var table = TextTable(["From", "Length", "Meters"], left: 3)
            for gap in gaps {
                table.add([
                    times.text(gap.gap.start), DurationScale.text(gap.gap.seconds), gap.meters.joined(separator: ", "),
                ])
            }
            lines += ["", "  " + style("Longest gaps") + ": over \(found.limit.english)"] + table.lines
        }
        let labels = house.labels.filter { $0.isPresent && !$0.isAggregate }
        if !labels.isEmpty {
            lines += ["", "  " + style("Names to ask for")]
            lines += wrapped(Self.names(labels.map { ($0.name, $0.label) }))
        }
        if !house.notes.isEmpty { lines += ["", "  " + style("Notes")] + house.notes.map { "  - " + $0.english } }
        if !house.problems.isEmpty {
            lines += ["", "  " + style("Problems")] + house.problems.map { "  - " + $0 }
        }
        return lines
    }

    /// Each name once, with the labels that are another word for it.
    private static func names(_ labels: [(name: String, label: String)]) -> [String] {
        let ofName = Dictionary(grouping: labels, by: \.name)
        var seen: Set<String> = []
        return labels.map(\.name).filter { seen.insert($0).inserted }.map { name in
            let others = (ofName[name] ?? []).map(\.label).filter { $0 != name }
            return others.isEmpty ? name : "\(name) (\(others.joined(separator: ", ")))"
        }
    }

    /// Words with commas in lines of at most 100 characters.
    private static func wrapped(_ words: [String]) -> [String] {
        var lines = [" "]
        for (index, word) in words.enumerated() {
            let text = " " + word + (index == words.count - 1 ? "" : ",")
            if lines[lines.count - 1].count + text.count > 100, index > 0 { lines.append(" ") }
            lines[lines.count - 1] += text
        }
        return lines
    }
}
