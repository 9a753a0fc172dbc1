/// A marked value of an axis.
package struct Tick: Equatable, Sendable {
    package var value: Double
    package var label: String
    /// A second line where it begins or changes, such as the date under hours.
    package var detail: String?

    package init(_ value: Double, _ label: String, detail: String? = nil) {
        self.value = value
        self.label = label
        self.detail = detail
    }
}
