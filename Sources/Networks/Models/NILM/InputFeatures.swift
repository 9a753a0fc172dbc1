import Kernels

/// What the stem sees of each time step: the aggregate and its first difference, at the step and its neighbours.
///
/// The difference is what switching on looks like whatever else is on in the house.
enum InputFeatures {
    /// Steps to each side.
    private static let reach = 3
    private static let span = 2 * reach + 1

    /// Features a step.
    static let count = 2 * span

    /// features[t] = x[t - 3 ... t + 3], then x[u] - x[u - 1] for the same u; the sequence's first and last values go on
    /// outside of it. Shapes: features (T, count), x (T, 1).
    static func fill(_ features: Matrix, from x: Matrix) {
        let (steps, x) = (x.rows, x.base)
        for step in 0..<steps {
            let row = features.base + step * features.stride
            var before = x[max(0, min(steps - 1, step - reach - 1))]
            for place in 0..<span {
                let value = x[max(0, min(steps - 1, step + place - reach))]
                row[place] = value
                row[span + place] = value - before
                before = value
            }
        }
    }

    /// The same as an operation.
    static func describe(_ x: NamedTensor, in description: inout NetworkDescription) -> NamedTensor {
        description.add(.neighbours(reach: reach), "neighbours", of: [x])
    }
}
