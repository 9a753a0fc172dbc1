import Runs
import Support

/// A bound that appliances have to meet: `mae_w < 30` for each of them, `kettle.f1 >= 0.8` for one.
package struct Gate: Equatable, Sendable {
    package enum Comparison: String, CaseIterable, Sendable {
        // Longer ones first, as they are looked for.
        case atMost = "<="
        case atLeast = ">="
        case below = "<"
        case above = ">"

        func isMet(by value: Double, bound: Double) -> Bool {
            switch self {
            case .atMost: value <= bound
            case .atLeast: value >= bound
            case .below: value < bound
            case .above: value > bound
            }
        }
    }

    /// As it was written, without outer blanks.
    package let expression: String
    /// nil for every appliance.
    package let appliance: String?
    package let quantity: Quantity
    package let comparison: Comparison
    package let bound: Double

    /// Reads `[APPLIANCE.]METRIC OPERATOR NUMBER`; an appliance's name may hold anything, dots and blanks too.
    package init(parsing text: String) throws(GateError) {
        expression = text.trimmed
        guard let (left, comparison, right) = Self.split(expression) else { throw .syntax(expression) }
        guard let bound = Double(right), bound.isFinite else { throw .bound(expression, got: right) }
        let dot = left.lastIndex(of: ".")
        let name = dot.map { String(left[left.index(after: $0)...]).trimmed } ?? left
        guard let quantity = Quantity(key: name) else {
            throw .unknownMetric(expression, got: name, nearest: Quantity.nearest(to: name))
        }
        appliance = dot.map { String(left[..<$0]).trimmed }
        guard appliance?.isEmpty != true else { throw .syntax(expression) }
        (self.quantity, self.comparison, self.bound) = (quantity, comparison, bound)
    }

    /// The sides of the last operator: a number has none, a name may.
    private static func split(_ text: String) -> (left: String, Comparison, right: String)? {
        guard var first = text.lastIndex(where: { $0 == "<" || $0 == ">" }) else { return nil }
        var right = text[text.index(after: first)...]
        var sign = String(text[first])
        if right.first == "=" {
            sign += "="
            right.removeFirst()
        } else if first > text.startIndex, text[text.index(before: first)] == "=" {
            // `=>` is no operator, and nothing else either.
            first = text.startIndex
        }
        let left = String(text[..<first]).trimmed
        guard let comparison = Comparison(rawValue: sign), !left.isEmpty else { return nil }
        return (left, comparison, String(right).trimmed)
    }

    /// Refuses a gate of an appliance that is none of a run's.
    package func check(appliances: [String]) throws(GateError) {
        guard let appliance, !appliances.contains(where: { Self.isSame($0, appliance) }) else { return }
        throw .unknownAppliance(
            expression, got: appliance, nearest: Spelling.nearest(to: appliance, among: appliances), known: appliances)
    }

    /// Holds the bound against a run: a result for each appliance that it is about. A value that is not defined does
    /// not pass.
    package func results(of run: Results) -> [GateResult] {
        run.appliances.filter { result in appliance.map { Self.isSame(result.name, $0) } ?? true }.map { result in
            let value = quantity.value(of: result)
            return GateResult(
                expression: expression, appliance: result.name, value: value,
                passed: value.map { comparison.isMet(by: $0, bound: bound) } ?? false,
                reason: value == nil ? quantity.reason(of: result) : nil)
        }
    }

    /// Blanks and underscores are the same in an appliance's name, and so are capitals.
    private static func isSame(_ name: String, _ other: String) -> Bool {
        func folded(_ name: String) -> String { name.lowercased().replacing("_", with: " ") }
        return name == other || folded(name) == folded(other)
    }
}

extension String {
    /// Without blanks at both ends.
    fileprivate var trimmed: String {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
