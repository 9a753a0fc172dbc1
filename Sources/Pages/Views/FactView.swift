import Runs
import Support

/// A name and its text, for lists of facts.
struct FactView: Equatable {
    let label: Text
    let text: Text

    /// Where a run that is to have the same bytes each time says nothing measured of the machine.
    static let notNoted = Text("not noted in a reproducible run", es: "no anotado en una ejecución reproducible")

    init(_ label: Text, _ text: Text) {
        self.label = label
        self.text = text
    }

    /// The same in every language: a name, a version, a whole number.
    init(_ label: Text, verbatim text: String) { self.init(label, Text(asItStands: text)) }

    /// Something measured of the machine; nil where it was not noted.
    init(_ label: Text, measured text: Text?) { self.init(label, text ?? Self.notNoted) }

    /// Of data; nil for those without a clock.
    static func timeZone(_ zone: String?) -> FactView {
        FactView(
            Text("Time zone", es: "Zona horaria"),
            zone.map(Text.init(asItStands:))
                ?? Text("none: these data have no clock", es: "ninguna: estos datos no tienen reloj"))
    }

    static func glitches(_ limits: Preparation) -> FactView {
        let (appliance, house) = (AmountText.watts(limits.applianceLimitW), AmountText.watts(limits.aggregateLimitW))
        return FactView(
            Text("Glitches are readings beyond", es: "Son erróneas las lecturas de más de"),
            Text(
                "\(appliance) of an appliance, \(house) of a house",
                es: "\(appliance) de un aparato, \(house) de una casa"))
    }
}
