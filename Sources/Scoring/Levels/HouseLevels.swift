import Datasets
import Runs

/// The powers that appliances run at in houses that no model was trained on.
///
/// What a network learns of one house's kettle is its shape and its 2.4 kW; the next house's draws 2.9. Its activations are
/// found, with too little power. But at its uses the aggregate rises by one and the same power again and again, while at
/// what is mistaken for a use it rises by this and by that. So where most of the rises are of one level, that is taken to
/// be the appliance's, and a prediction at such a rise is set to it. No truth of the house is needed.
package enum HouseLevels {
    /// The power of an appliance in a house that its model was not trained on.
    package enum Choice: String, CaseIterable, Sendable {
        /// As the network predicts it, which learnt it in other houses.
        case learnt
        /// That by which the aggregate rises at its predicted activations, where it is clear.
        case found
    }

    /// One appliance of a run.
    package struct Part {
        package let appliance: String
        let segments: [Segment]
        /// A value a row of each segment, watts; NaN where there is none.
        package fileprivate(set) var predictions: [[Float]]
        /// The power of its highest state in the training data, watts; nil if that is not known.
        let learntW: Float?
        /// What was found, a house each in which the aggregate rises at its activations.
        package fileprivate(set) var levels: [HouseLevel] = []

        package init(appliance: String, segments: [Segment], predictions: [[Float]], learntW: Float?) {
            self.appliance = appliance
            self.segments = segments
            self.predictions = predictions
            self.learntW = learntW
        }
    }

    /// The share of rises that must be at a level, and their least number. Chosen on the second house of one data set, for
    /// models of another one's: docs/accuracy.md.
    private static let leastShare = 0.5
    private static let leastRises = 20
    /// Rises and levels nearer to each other than by this factor are the same.
    private static let same: Float = 1.13

    /// Finds the levels of all appliances of a run in `houses` and sets predictions to them.
    ///
    /// Appliances with the clearest levels come first. A rise belongs to one appliance: the prediction of any other one at
    /// that rise is set to 0. A level, too, belongs to one appliance.
    package static func adapt(_ parts: inout [Part], houses: Set<String>) {
        for house in houses.sorted() {
            var candidates: [(part: Int, rises: Rises, share: Double)] = []
            for (index, part) in parts.enumerated() {
                guard let learnt = part.learntW, learnt > 0 else { continue }
                let rises = Rises(at: part.predictions, of: part.segments, house: house, learntW: learnt)
                if let level = rises.level { candidates.append((index, rises, level.share)) }
            }
            candidates.sort { ($1.share, $0.part) < ($0.share, $1.part) }
            var taken: Set<Int> = []
            var levels: [Float] = []
            for candidate in candidates {
                let index = candidate.part
                var rises = candidate.rises
                for rise in rises.remove(at: taken) { parts[index].predictions[rise.segment][rise.row] = 0 }
                guard let (watts, share) = rises.level, let learnt = parts[index].learntW else { continue }
                let isUsed =
                    share >= leastShare && rises.all.count >= leastRises && !levels.contains { isSame($0, watts) }
                parts[index].levels.append(
                    HouseLevel(
                        house: house, levelW: Double(watts), learntW: Double(learnt), samples: rises.all.count,
                        share: share, isUsed: isUsed))
                guard isUsed else { continue }
                levels.append(watts)
                for rise in rises.all where isSame(rise.watts, watts) {
                    parts[index].predictions[rise.segment][rise.row] = rise.watts
                    taken.insert(rise.time)
                }
            }
        }
    }

    private static func isSame(_ first: Float, _ second: Float) -> Bool {
        max(first, second) <= same * min(first, second)
    }
}
