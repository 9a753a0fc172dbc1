extension NetworkDescription {
    /// What an operation does with its inputs x, y, ... and its parameters, in their order.
    package enum Kind: Equatable, Sendable {
        /// (x - mean) / scale
        case normalisation(mean: Float, scale: Float)
        /// x[t - reach ... t + reach], then x[u] - x[u - 1] for the same u; the first and the last value go on outside.
        case neighbours(reach: Int)
        /// x + the sinusoids of each time step. See ``PositionalEncoding``.
        case positions
        /// The inputs' features side by side.
        case concatenation
        /// x Wᵀ, or x Wᵀ + b. Shapes: W (outputs, features), b (outputs).
        case linear
        /// b + Σₖ W_k x[t + (k - 1) dilation] with x = 0 outside. Shapes: W (outputs, 3 features), the taps' parts side
        /// by side, the earliest first; b (outputs).
        case convolution(dilation: Int)
        /// (x - mean) / sqrt(variance + epsilon) * gain + bias over the features. Shapes: gain, bias (features).
        case layerNorm(epsilon: Float)
        /// x Φ(x), with the error function.
        case gelu
        /// Queries, keys and values side by side to softmax(Q Kᵀ / sqrt(d)) V of each head, the heads side by side; with a
        /// band, a query sees the keys at most so many rows from it.
        case attention(heads: Int, band: Int?)
        /// Means of `scale` rows; a tail that does not fill one is left out.
        case pool(scale: Int)
        /// Each row as often as it has time steps, the last one to the end; zeros where there is no row.
        case upsample
        /// Over the features.
        case softmax
        /// log(1 + exp(x))
        case softplus
        /// 1 / (1 + exp(-x))
        case logistic
        /// One feature.
        case feature(Int)
        /// The sum of the inputs.
        case sum
        /// The product of the inputs; one of a single feature goes with each of the others'.
        case product
        /// max(0, scale x), watts; what is not a number stays so.
        case watts(scale: Float)

        /// That of the output.
        func shape(of inputs: [NamedTensor], _ parameters: [Parameter]) -> (scale: Int, features: Int) {
            let x = inputs[0]
            switch self {
            case .neighbours(let reach): return (x.scale, 2 * (2 * reach + 1))
            case .concatenation: return (x.scale, inputs.reduce(0) { $0 + $1.features })
            case .linear, .convolution: return (x.scale, parameters[0].shape[0])
            case .attention: return (x.scale, x.features / 3)
            case .pool(let scale): return (x.scale * scale, x.features)
            case .upsample: return (1, x.features)
            case .feature: return (x.scale, 1)
            case .product: return (x.scale, inputs.map(\.features).max() ?? 0)
            case .normalisation, .positions, .layerNorm, .gelu, .softmax, .softplus, .logistic, .sum, .watts:
                return (x.scale, x.features)
            }
        }
    }
}
