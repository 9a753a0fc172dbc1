/// Which network, and its sizes: all that is needed to make one.
package enum Architecture: Equatable, Sendable {
    case seed(SeedModel.Shape)
    /// Also the model `conv`: without blocks.
    case nilm(NILMModel.Shape)

    /// The models by name.
    package enum Name: String, CaseIterable, Sendable {
        /// Dilated convolutions, attention at several scales mixed by a gate, power behind an on/off gate.
        case nilm
        /// The notebook's network.
        case seed
        /// `nilm` without attention: what the attention must beat.
        case conv
        /// `nilm` with its fine scale alone, and with the others alone: what their being together must beat.
        case fine, coarse
    }

    /// The network, without its numbers.
    package var network: any Network {
        switch self {
        case .seed(let shape): SeedModel(shape)
        case .nilm(let shape): NILMModel(shape)
        }
    }

    /// Layers of attention, heads of each, and the time steps that a key of each scale has.
    package var attention: (layers: Int, heads: Int, scales: [Int]) {
        switch self {
        case .seed(let shape): (shape.depth, shape.heads, [1, shape.scale])
        case .nilm(let shape): (shape.depth, shape.heads, shape.scales)
        }
    }

    /// Why no network of these sizes can be made; nil if one can.
    package var problem: String? {
        switch self {
        case .seed(let shape): shape.problem
        case .nilm(let shape): shape.problem
        }
    }
}

extension Architecture: Codable {
    private enum CodingKeys: String, CodingKey { case seed, nilm }

    /// One key, the network's name, with its sizes.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let shape = try container.decodeIfPresent(SeedModel.Shape.self, forKey: .seed) {
            self = .seed(shape)
        } else {
            self = .nilm(try container.decode(NILMModel.Shape.self, forKey: .nilm))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .seed(let shape): try container.encode(shape, forKey: .seed)
        case .nilm(let shape): try container.encode(shape, forKey: .nilm)
        }
    }
}
