/// Which values of a setting's type may be written, in words and as a test.
struct SettingRule<Value: SettingValue>: Sendable {
    let expected: String
    /// Whether `none` stands for no value.
    let allowsNone: Bool
    let allows: @Sendable (Value) -> Bool

    /// Every value of the type.
    static var any: SettingRule { text(Value.description) }

    /// What no bounds say.
    static func text(
        _ expected: String, none: Bool = false, where allows: @escaping @Sendable (Value) -> Bool = { _ in true }
    ) -> SettingRule {
        SettingRule(expected: expected + (none ? ", or none" : ""), allowsNone: none, allows: allows)
    }
}

extension SettingRule where Value: BoundedValue {
    /// Numbers within bounds, which "a whole number of samples from 1 to 1000000" says; `more` follows it.
    static func within(
        _ bounds: ClosedRange<Value.Bound>, of unit: String? = nil, _ more: String = "", none: Bool = false
    ) -> SettingRule {
        let ends = [bounds.lowerBound, bounds.upperBound].flatMap(\.words)
        let what = Value.description + (unit.map { " of " + $0 } ?? "")
        return .text("\(what) from \(ends[0]) to \(ends[1])\(more)", none: none) { $0.isWithin(bounds) }
    }
}

extension SettingRule<[String]> {
    /// None of which is empty.
    static func texts(_ expected: String) -> SettingRule { .text(expected) { $0.allSatisfy { !$0.isEmpty } } }
}

extension SettingRule<PerAppliance<Int>> {
    static var durations: SettingRule {
        .text("a list such as kettle=12,fridge=60, in whole seconds from 0 to 86400") {
            $0.allSatisfy((0...86400).contains)
        }
    }
}

/// A number that bounds hold for, or none.
protocol BoundedValue: SettingValue {
    associatedtype Bound: Comparable & SettingValue

    func isWithin(_ bounds: ClosedRange<Bound>) -> Bool
}

extension BoundedValue where Self: Comparable {
    func isWithin(_ bounds: ClosedRange<Self>) -> Bool { bounds.contains(self) }
}

extension Int: BoundedValue {}
extension Double: BoundedValue {}

extension Optional: BoundedValue where Wrapped: Comparable & SettingValue {
    func isWithin(_ bounds: ClosedRange<Wrapped>) -> Bool { map(bounds.contains) ?? true }
}
