import Datasets
import Kernels
import Support
import TestSupport
import Testing

@testable import Networks

/// A layer, or several, with random parameters, and the comparison of its gradients with central differences of the
/// formula in Double.
///
/// The scalar is the sum of the output's elements times random weights.
struct GradientCheck {
    let layout: ParameterLayout
    let parameters: AlignedBuffer
    let gradient: AlignedBuffer
    let dropout: Dropout?
    /// That of the network's input, for one that is told the time.
    var clock: WallClock?
    let input: Matrix
    /// The gradient at the input, which the layer's backward pass writes or leaves nil.
    let dinput: Matrix?
    let pool = MatrixPool()

    /// Dropout `probability`; an input of rows x columns.
    init(_ layout: ParameterLayout, dropout probability: Double, rows: Int, columns: Int, hasInputGradient: Bool = true)
    {
        self.layout = layout
        parameters = AlignedBuffer(count: layout.storage)
        gradient = AlignedBuffer(count: layout.storage)
        var generator = SplitMix64(seed: 11)
        for entry in layout.entries {
            // Gains around 1, everything else around 0, none so large that softmax saturates.
            for index in 0..<entry.slice.count {
                entry.slice.of(parameters).base[index] = entry.constant + Float(generator.uniform() - 0.5)
            }
        }
        dropout = probability > 0 ? Dropout(probability: probability, seed: 3, step: 4, sequence: 5) : nil
        input = pool.random(rows: rows, columns: columns, seed: 12)
        dinput = hasInputGradient ? pool.matrix(rows: rows, columns: columns) : nil
    }

    var pass: Pass {
        Pass(parameters: Parameters(layout, values: parameters), gradient: gradient, dropout: dropout, clock: clock)
    }

    /// Random weights of the output's elements: the gradient at the output.
    func weights(rows: Int, columns: Int) -> Matrix { pool.random(rows: rows, columns: columns, seed: 13) }

    /// Compares the output, then the gradients, with those of `formula`.
    ///
    /// All are tried together along one random direction. So is, with `byParameter`, each parameter and the input by
    /// itself, and with `everyElement` each number. A gradient in Float may be off by `tolerance` of its
    /// parameter's norm and 1e-6 of the norm of them all.
    func expect(
        output: Matrix, weights: Matrix, byParameter: Bool = true, everyElement: Bool = false,
        tolerance: Double = 2e-5, sourceLocation: SourceLocation = #_sourceLocation,
        formula: (PlainLayers, PlainMatrix) -> [Double]
    ) {
        let count = layout.storage
        let start = parameters.doubles + input.doubles
        let analytic = gradient.doubles + (dinput?.doubles ?? [])
        let masks = PlainMasks(dropout)
        func out(_ values: [Double]) -> [Double] {
            let x = PlainMatrix(rows: input.rows, columns: input.columns, values: Array(values[count...]))
            return formula(PlainLayers(parameters: Array(values[..<count]), masks: masks), x)
        }
        let wanted = out(start)
        let size = wanted.map(abs).max() ?? 0
        #expect(
            Difference.largest(output.values, wanted) < 1e-5 * max(1, size), "output", sourceLocation: sourceLocation)

        let factors = weights.doubles
        func loss(_ values: [Double]) -> Double { Difference.dot(out(values), factors) }
        let whole = norm(analytic[...])
        func compare(_ range: Range<Int>, along direction: [Double], _ name: String) {
            var (above, below) = (start, start)
            // Along a unit vector; see ``Difference/gradient(at:step:of:)`` for the error of the differences.
            let step = 1e-4
            for (offset, index) in range.enumerated() {
                above[index] += step * direction[offset]
                below[index] -= step * direction[offset]
            }
            let numeric = (loss(above) - loss(below)) / (2 * step)
            let got = Difference.dot(Array(analytic[range]), direction)
            let allowed = tolerance * norm(analytic[range]) + 1e-6 * whole + 1e-7
            #expect(
                abs(got - numeric) < allowed, "\(name): got \(got), differences give \(numeric)",
                sourceLocation: sourceLocation)
        }

        var generator = SplitMix64(seed: 14)
        func unit(_ count: Int) -> [Double] {
            let vector = (0..<count).map { _ in generator.normal() }
            let length = norm(vector[...])
            return vector.map { $0 / length }
        }
        var parts = layout.entries.map { ($0.name, $0.slice.offset..<$0.slice.offset + $0.slice.count) }
        if dinput != nil { parts.append(("input", count..<analytic.count)) }
        for (name, range) in parts where byParameter {
            compare(range, along: unit(range.count), name)
            if everyElement {
                for index in range { compare(index..<index + 1, along: [1], "\(name)[\(index - range.lowerBound)]") }
            }
        }
        compare(0..<analytic.count, along: unit(analytic.count), "all")
    }

    private func norm(_ values: ArraySlice<Double>) -> Double {
        var sum = 0.0
        for value in values { sum += value * value }
        return sum.squareRoot()
    }
}
