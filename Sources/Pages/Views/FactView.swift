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

/// A line of a list that is nothing but text.
package struct TextView {
    package let text: Text

    package init(_ text: Text) { self.text = text }
}

/// A section in a page's table of contents.
package struct ContentsEntry {
    package let id: String
    package let title: Text

    package init(id: String, title: Text) {
        self.id = id
        self.title = title
    }
}

/// What a run's data are called.
enum DataName {
    /// As on the command line.
    static func text(_ source: String) -> Text {
        source == "synthetic" ? Text("synthetic", es: "sintéticos") : Text(asItStands: source)
    }
}

/// What a meter is called: the whole house's by a word.
enum MeterName {
    /// `kettle`, or `aggregate (VA)`: apparent power is told from active.
    static func text(_ name: String, quantity: PowerQuantity? = nil) -> Text {
        let text = name == "aggregate" ? Text("aggregate", es: "total") : Text(asItStands: name)
        return quantity == .apparent ? text + Text(same: " (VA)") : text
    }
}
