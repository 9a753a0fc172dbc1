import Support

/// How a shown window was chosen.
package enum WindowRule: Message, Codable, Equatable {
    case first(among: Group), median(among: Group), lowest(among: Group), highest(among: Group)
    case importedAttention

    /// The windows it was chosen from: those with the appliance on, or all if it is on in none.
    package struct Group: Codable, Equatable, Sendable {
        package var on: Int
        package var all: Int

        package init(on: Int, of all: Int) {
            self.on = on
            self.all = all
        }

        fileprivate var text: Text {
            guard on > 0 else {
                return Text(
                    "of \(all) windows (the appliance is on in none)",
                    es: "de \(all) ventanas (el aparato no se enciende en ninguna)")
            }
            return Text(
                "of the \(on) windows with the appliance on (\(all) in all)",
                es: "de las \(on) ventanas con el aparato encendido (\(all) en total)")
        }
    }

    package var text: Text {
        switch self {
        case .first(let group): Text("first \(group.text)", es: "primera \(group.text)")
        case .median(let group): Text("median by MAE \(group.text)", es: "mediana por MAE \(group.text)")
        case .lowest(let group): Text("lowest MAE \(group.text)", es: "menor MAE \(group.text)")
        case .highest(let group): Text("highest MAE \(group.text)", es: "mayor MAE \(group.text)")
        case .importedAttention:
            Text("the window whose attention was imported", es: "la ventana cuya atención se importó")
        }
    }
}
