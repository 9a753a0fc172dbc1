import Plots
import Support

/// An inspection as a page of the report's own kind: one file, which loads nothing.
package enum InspectionPage {
    /// `tool`: the program's name and version.
    package static func html(
        of inspection: Inspection, tool: String, look: ReportLook = ReportLook()
    ) throws(InspectionError) -> String {
        let view = try view(of: inspection, tool: tool, look: look)
        do throws(ReportError) {
            return try look.templates.render("inspection", view: view, escaping: .page)
        } catch { throw .report(error) }
    }

    /// What the template may ask for.
    static func view(
        of inspection: Inspection, tool: String, look: ReportLook
    ) throws(InspectionError) -> TemplateValue {
        let times: Times
        do throws(PlottingError) { times = try Times(zone: inspection.timeZone) } catch { throw .plotting(error) }
        do throws(ReportError) {
            return try look.view(PageAssets(templates: look.templates)) {
                InspectionView(inspection, times, tool: tool)
            }
        } catch { throw .report(error) }
    }
}

/// What keeps an inspection from being drawn.
package enum InspectionError: Error, Equatable, CustomStringConvertible {
    case plotting(PlottingError)
    case report(ReportError)

    package var description: String {
        switch self {
        case .plotting(let error): error.description
        case .report(let error): error.description
        }
    }
}
