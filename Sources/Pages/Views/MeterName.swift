import Runs
import Support

/// What a meter is called: the whole house's by a word.
enum MeterName {
    /// `kettle`, or `aggregate (VA)`: apparent power is told from active.
    static func text(_ name: String, quantity: PowerQuantity? = nil) -> Text {
        let text = name == "aggregate" ? Text("aggregate", es: "total") : Text(asItStands: name)
        return quantity == .apparent ? text + Text(same: " (VA)") : text
    }
}
