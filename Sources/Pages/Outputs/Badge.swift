import Plots
import Runs
import Support

/// badge.svg: the verdict in a line, for a README or a dashboard.
package enum Badge {
    package static let name = "badge.svg"

    package static func svg(of results: Results) -> String {
        let verdict = Verdict(of: results)
        let label = "nilm-report"
        let message = message(results, verdict)
        let (left, right) = (width(of: label), width(of: message))
        let colour =
            switch verdict.word {
            case .pass: "#1f6e35"
            case .warn: "#7a5200"
            case .fail: "#a32222"
            }
        let title = Escaping.xml.escape("\(label): \(message)")
        return """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(left + right)" height="20" role="img" aria-label="\(title)">
            <title>\(title)</title>
            <path fill="#444" d="M0 0h\(left)v20H0z"/>
            <path fill="\(colour)" d="M\(left) 0h\(right)v20H\(left)z"/>
            <g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle">
            <text x="\(left / 2)" y="14" textLength="\(left - 12)">\(label)</text>
            <text x="\(left + right / 2)" y="14" textLength="\(right - 12)">\(Escaping.xml.escape(message))</text>
            </g>
            </svg>

            """
    }

    /// `PASS · kettle skill 0.85`; of several appliances how many beat predicting zero.
    private static func message(_ results: Results, _ verdict: Verdict) -> String {
        let word = verdict.word.rawValue
        let appliances = results.appliances
        if appliances.count == 1, let skill = appliances[0].skill {
            return "\(word) · \(shortened(appliances[0].name)) skill \(NumberText.fixed(skill, decimals: 2))"
        }
        let better = appliances.count { ($0.skill ?? 0) > 0 }
        return appliances.isEmpty ? word : "\(word) · \(better) of \(appliances.count) beat zero"
    }

    private static func shortened(_ name: String) -> String { name.count > 24 ? name.prefix(23) + "…" : name }

    /// Points that 11-point letters take, about, and 6 on each side; `textLength` makes up for the rest.
    private static func width(of text: String) -> Int { 7 * text.count + 12 }
}
