import CCairo
import CPNG
import Support

/// The drawing libraries in use.
package enum Libraries {
    package static var cairo: String { String(cString: cairo_version_string()) }

    package static var png: String {
        let number = png_access_version_number()
        return "\(number / 10000).\(number / 100 % 100).\(number % 100)"
    }

    /// Why figures can't be drawn on this machine; nil if they can.
    package static var fontProblem: String? {
        let nothing = Text(verbatim: "")
        let empty = Scene(size: Size(width: 1, height: 1), title: nothing, description: nothing, marks: [])
        do throws(PlottingError) {
            _ = try Raster(empty)
            return nil
        } catch {
            return error.description
        }
    }
}
