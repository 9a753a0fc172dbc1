/// The power that an appliance was found to run at in a house that its model was not trained on.
package struct HouseLevel: Codable, Equatable, Sendable {
    package var house: String
    /// Watts: the level found in the house, and that of the appliance's highest state in the training data.
    package var levelW: Double
    package var learntW: Double
    /// The samples of predicted activations at which the aggregate is higher by about as much as the appliance may draw, and the
    /// share of them that is at the level found.
    package var samples: Int
    package var share: Double
    /// Whether predictions were set to it: the level is clear, and no other appliance's.
    package var isUsed: Bool

    package init(house: String, levelW: Double, learntW: Double, samples: Int, share: Double, isUsed: Bool) {
        self.house = house
        self.levelW = levelW
        self.learntW = learntW
        self.samples = samples
        self.share = share
        self.isUsed = isUsed
    }
}
