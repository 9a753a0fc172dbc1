import Plots
import Runs
import Support

/// The report on paper: verdict and scores on the first page of A4, then every figure with what it shows in words.
///
/// It is drawn by the figures' own canvas, with the font embedded and no clock but the run's, so that the same run gives
/// the same bytes.
enum PrintedReport {
    static let name = "report.pdf"

    /// Throws ``ReportError/figure(id:problem:)``.
    static func bytes(_ input: ReportInput, figures: [Figure]) throws(ReportError) -> [UInt8] {
        let results = input.contents.results
        let names = Text(asItStands: results.appliances.map(\.name).joined(separator: ", "))
        let verdict = VerdictView(results, appliances: names, provenance: input.provenance, tables: input.tables)
        let title = PageView.heading(of: names)
        var setter = PageSetter()
        setter.add(title, TextStyle(size: 20, bold: true))
        setter.space(14)
        setter.add(Text("Verdict: \(verdict.word)", es: "Veredicto: \(verdict.word)"), TextStyle(size: 14, bold: true))
        setter.space(4)
        setter.add(verdict.sentence, TextStyle(size: 11))
        for notice in verdict.notices {
            setter.space(4)
            setter.add(
                Text("• \(notice.label). \(notice.text)", es: "• \(notice.label). \(notice.text)"), TextStyle(size: 10))
        }
        setter.space(12)
        // The title names the appliances.
        for fact in verdict.facts.dropLast() {
            setter.add(
                Text("\(fact.label): \(fact.text)", es: "\(fact.label): \(fact.text)"), TextStyle(size: 10, role: .axis)
            )
        }
        let metrics = MetricsView(
            results, drawn: FigureList(input, .metrics), tables: input.tables)
        if metrics.hasAppliances {
            setter.space(18)
            setter.add(
                Text(
                    "The model beside predictors that need no model",
                    es: "El modelo junto a predictores que no necesitan modelo"), TextStyle(size: 11, bold: true))
            add(metrics, to: &setter)
        }
        for figure in figures {
            setter.space(14)
            setter.add(figure.scene, caption: figure.description)
        }
        let pages = setter.scenes(
            title: title, description: verdict.sentence,
            foot: "\(input.provenance.tool), \(results.run.id)")
        do throws(PlottingError) {
            return try PDFFile.bytes(pages: pages, scale: PageSetter.scale, created: results.run.created)
        } catch {
            throw .figure(id: name, problem: error.description)
        }
    }

    /// The page's table of all appliances.
    private static func add(_ metrics: MetricsView, to setter: inout PageSetter) {
        let nameRoom = 112.0
        let heads =
            metrics.predictors.map { Text("MAE of \($0.name) (W)", es: "MAE: \($0.name) (W)") } + [
                Text("Skill (ratio)", es: "Habilidad (cociente)"),
                Text("F1 of on/off (ratio)", es: "F1 de encendido/apagado (cociente)"),
                Text("Energy error (%)", es: "Error de energía (%)"),
            ]
        let room = (PageSetter.room - nameRoom) / Double(heads.count)
        let style = TextStyle(size: 8, anchor: .end)
        let lines = heads.map { TextMetrics.lines($0.localised.printable, style, width: room - 4) }
        let most = lines.map(\.count).max() ?? 0
        /// The right edge of a column.
        func edge(_ column: Int) -> Double { PageSetter.margin + nameRoom + Double(column + 1) * room }
        setter.space(6)
        setter.row(height: 11 * Double(most) + 8) { top in
            lines.enumerated().flatMap { column, lines in
                lines.enumerated().map { index, line in
                    // Heads stand on the line below them.
                    Label(
                        Text(asItStands: line),
                        at: Point(x: edge(column), y: top + 11 * Double(most - lines.count + index + 1)), style)
                }
            }
        }
        for appliance in metrics.appliances {
            setter.row(height: 18) { top in
                let rule = [
                    Point(x: PageSetter.margin, y: top), Point(x: PageSetter.width - PageSetter.margin, y: top),
                ]
                let name = Label(
                    Text(asItStands: appliance.name), at: Point(x: PageSetter.margin, y: top + 13),
                    TextStyle(size: 9.5, bold: true),
                    width: nameRoom - 8)
                let values = appliance.overview.enumerated().map { column, value in
                    Label(
                        value.isDefined ? value.text : FigureWords.none,
                        at: Point(x: edge(column), y: top + 13),
                        TextStyle(size: 9.5, anchor: .end))
                }
                return [Segment(from: rule[0], to: rule[1], Stroke(.grid, width: 1)), name] + values
            }
        }
    }
}
