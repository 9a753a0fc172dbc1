/// Sums over the scored samples of one block, from which the metrics of any choice of blocks follow: what is resampled
/// to tell a change from chance.
package struct BlockScore: Codable, Equatable, Sendable {
    package var house: String
    /// Unix seconds of the block's first scored sample.
    package var start: Int
    /// Scored samples.
    package var n: Int
    /// Σ |p - y| and Σ (p - y)², watts and watts squared.
    package var absoluteErrorW: Double
    package var squaredErrorW2: Double
    /// Σ y and Σ p, watts.
    package var truthW: Double
    package var predictionW: Double
    /// Samples by true and predicted state; all others are rightly off.
    package var onAsOn: Int
    package var onAsOff: Int
    package var offAsOn: Int

    package init(
        house: String, start: Int, n: Int = 0, absoluteErrorW: Double = 0, squaredErrorW2: Double = 0,
        truthW: Double = 0, predictionW: Double = 0, onAsOn: Int = 0, onAsOff: Int = 0, offAsOn: Int = 0
    ) {
        self.house = house
        self.start = start
        self.n = n
        self.absoluteErrorW = absoluteErrorW
        self.squaredErrorW2 = squaredErrorW2
        self.truthW = truthW
        self.predictionW = predictionW
        self.onAsOn = onAsOn
        self.onAsOff = onAsOff
        self.offAsOn = offAsOn
    }

    /// Adds the sums of another block; house and start stay.
    package static func += (sum: inout BlockScore, other: BlockScore) {
        sum.n += other.n
        sum.absoluteErrorW += other.absoluteErrorW
        sum.squaredErrorW2 += other.squaredErrorW2
        sum.truthW += other.truthW
        sum.predictionW += other.predictionW
        sum.onAsOn += other.onAsOn
        sum.onAsOff += other.onAsOff
        sum.offAsOn += other.offAsOn
    }
}

/// The test part of an appliance cut into blocks that are near to independent of each other.
package struct BlockScores: Codable, Equatable, Sendable {
    package enum Kind: String, Codable, Sendable {
        /// A local day of a house.
        case day
        /// A quarter of one, from 0, 6, 12 or 18 o'clock: where there are few days.
        case quarterDay = "quarter_day"
        /// Consecutive samples, as many as a window has: where the data have no clock.
        case window
    }

    /// Fewer blocks tell nothing from chance: five all change in one direction by chance in every sixteenth comparison.
    package static let fewest = 6

    package var kind: Kind
    /// By house, then in time order.
    package var scores: [BlockScore]

    package init(kind: Kind, scores: [BlockScore]) {
        self.kind = kind
        self.scores = scores
    }
}
