/// How well an appliance is predicted in some windows of the test part, with a part of the network's attention taken away.
package struct AblationScore: Codable, Equatable, Sendable {
    package enum Kind: String, Codable, Sendable {
        /// Nothing: what the others are compared with.
        case nothing
        /// The branch of one time scale.
        case scale
        /// The branches of all scales.
        case attention
        /// The blocks of time that get the most attention.
        case mostAttended = "most_attended"
        /// As many blocks, drawn at random.
        case random
    }

    package var kind: Kind
    /// Time steps in a key of the branch; nil unless it is a scale that is taken away.
    package var steps: Int?
    /// Blocks that no query may look at, of so many equal ones in a window; nil unless it is blocks that are taken away.
    package var hidden: Int?
    package var blocks: Int?
    /// Draws: 1, or more of random ones.
    package var repeats: Int
    package var windows: Int
    /// Samples in them.
    package var n: Int
    /// Over all samples of all draws.
    package var maeW: Double
    @Nullable package var f1: Double?
    /// Of the draws with the least and the largest error; nil where there is one draw.
    package var leastMaeW: Double?
    package var largestMaeW: Double?

    package init(
        kind: Kind, steps: Int? = nil, hidden: Int? = nil, blocks: Int? = nil, repeats: Int = 1, windows: Int, n: Int,
        maeW: Double, f1: Double?, leastMaeW: Double? = nil, largestMaeW: Double? = nil
    ) {
        self.kind = kind
        self.steps = steps
        self.hidden = hidden
        self.blocks = blocks
        self.repeats = repeats
        self.windows = windows
        self.n = n
        self.maeW = maeW
        self.f1 = f1
        self.leastMaeW = leastMaeW
        self.largestMaeW = largestMaeW
    }
}
