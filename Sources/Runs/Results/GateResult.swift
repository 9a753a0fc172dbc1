/// A bound that a run had to meet.
package struct GateResult: Codable, Equatable, Sendable {
    package var expression: String
    package var appliance: String
    @Nullable package var value: Double?
    package var passed: Bool
    /// Why there is no value; nil if there is one.
    package var reason: String?

    package init(expression: String, appliance: String, value: Double?, passed: Bool, reason: String? = nil) {
        self.expression = expression
        self.appliance = appliance
        self.value = value
        self.passed = passed
        self.reason = reason
    }
}
