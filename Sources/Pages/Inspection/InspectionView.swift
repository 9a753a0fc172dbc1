import Plots
import Runs
import Support

/// Everything that inspection.mustache asks for.
struct InspectionView {
    struct Fact {
        let label: String
        let text: String
    }

    let title: String
    let source: String
    let tool: String
    let theme: String
    let policy: String
    let style: String
    let script: String
    let contents: [ContentsEntry]
    let facts: [Fact]
    let houses: [HouseView]
    let rules: [TextView]
    let hasRules: Bool

    init(_ inspection: Inspection, _ times: Times, tool: String, theme: ReportLook.Theme, assets: PageAssets) {
        title = "\(inspection.source): inspection · nilm-report"
        source = inspection.source
        self.tool = tool
        self.theme = theme.rawValue
        policy = assets.policy
        style = assets.style
        script = assets.script
        let limits = inspection.preparation
        facts = [
            Fact(label: "Houses", text: String(inspection.houses.count)),
            Fact(label: "Time zone", text: inspection.timeZone ?? "none: these data have no clock"),
            Fact(label: "Rows for", text: "\(inspection.periodS) s"),
            Fact(
                label: "Readings stand in for missing ones for",
                text: "\(limits.fillLimitS) s, or until the next is due and half as long again"),
            Fact(
                label: "Glitches are readings beyond",
                text: "\(NumberText.significant(limits.applianceLimitW)) W of an appliance, "
                    + "\(NumberText.significant(limits.aggregateLimitW)) W of a house"),
            Fact(
                label: "An aggregate is stuck after",
                text: limits.stuckLimitS.map { DurationScale.text($0) } ?? "any time: that is not looked for"),
        ]
        houses = inspection.houses.map { HouseView($0, times, inspection) }
        rules = UseRule.sentences(inspection.houses).map { TextView($0) }
        hasRules = !rules.isEmpty
        contents =
            [ContentsEntry(id: "overview", title: "Overview")]
            + houses.map { ContentsEntry(id: $0.id, title: $0.name) }
            + [ContentsEntry(id: "methods", title: "Method notes")]
    }
}
