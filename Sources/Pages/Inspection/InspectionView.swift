import Plots
import Runs
import Support

/// Everything that inspection.mustache asks for.
struct InspectionView {
    let title: Text
    let source: String
    let tool: String
    let contents: [ContentsEntry]
    let facts: [FactView]
    let houses: [HouseView]
    let rules: [TextView]
    let hasRules: Bool

    init(_ inspection: Inspection, _ times: Times, tool: String) {
        let name = inspection.source
        title = Text("\(name): inspection · nilm-report", es: "\(name): inspección · nilm-report")
        source = inspection.source
        self.tool = tool
        let limits = inspection.preparation
        facts = [
            FactView(Text("Houses", es: "Casas"), verbatim: String(inspection.houses.count)),
            .timeZone(inspection.timeZone),
            FactView(Text("Rows for", es: "Una fila cada"), verbatim: "\(inspection.periodS) s"),
            FactView(
                Text("Readings stand in for missing ones for", es: "Una lectura suple a las que faltan durante"),
                Text(
                    "\(limits.fillLimitS) s, or until the next is due and half as long again",
                    es: "\(limits.fillLimitS) s, o hasta que toque la siguiente y la mitad más")),
            .glitches(limits),
            FactView(
                Text("An aggregate is stuck after", es: "Un total está atascado tras"),
                limits.stuckLimitS.map { Text(verbatim: DurationScale.text($0)) }
                    ?? Text("any time: that is not looked for", es: "ningún tiempo: no se busca")),
        ]
        houses = inspection.houses.map { HouseView($0, times, inspection) }
        rules = ActivationRule.sentences(inspection.houses).map(TextView.init)
        hasRules = !rules.isEmpty
        contents =
            [ContentsEntry(id: "overview", title: Text("Overview", es: "Resumen"))]
            + houses.map { ContentsEntry(id: $0.id, title: $0.name) }
            + [ContentsEntry(id: "methods", title: Text("Method notes", es: "Notas de método"))]
    }
}
