/// Names at 0, 1, 2 ..., each with a band one wide.
package struct CategoryScale: Scale {
    package let names: [String]

    package init(_ names: [String]) {
        precondition(!names.isEmpty, "a scale of categories needs at least one name")
        self.names = names
    }

    package var domain: ClosedRange<Double> { -0.5...Double(names.count) - 0.5 }

    package func fraction(of value: Double) -> Double { linearFraction(of: value) }

    /// One tick a name, whatever `count` is: a name left out cannot be guessed.
    package func ticks(about count: Int) -> [Tick] { names.enumerated().map { Tick(Double($0), $1) } }
}
