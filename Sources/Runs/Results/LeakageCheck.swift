/// A house that is scored and has rows of another one, which was trained on or chosen by.
package struct CopiedHouse: Codable, Equatable, Sendable {
    package var scored: String
    package var learnt: String
    /// Rows of the grid at which both aggregates are the same, in long spans that are not all of one value.
    package var rows: Int

    package init(scored: String, learnt: String, rows: Int) {
        self.scored = scored
        self.learnt = learnt
        self.rows = rows
    }
}

/// Whether rows that were scored were trained on or chosen by.
package struct LeakageCheck: Codable, Equatable, Sendable {
    /// Rows of test windows that lie in a training or validation window of the same house, over all appliances.
    package var sharedRows: Int
    /// Houses that have both test windows and others.
    package var sharedHouses: [String]
    /// Seconds between a test window and the nearest other one of its house; nil where no house has both.
    @Nullable package var distanceS: Int?

    /// nil in results from before it was looked for.
    package var copies: [CopiedHouse]?

    package init(
        sharedRows: Int = 0, sharedHouses: [String] = [], distanceS: Int? = nil, copies: [CopiedHouse]? = nil
    ) {
        self.sharedRows = sharedRows
        self.sharedHouses = sharedHouses
        self.distanceS = distanceS
        self.copies = copies
    }

    package var passed: Bool { sharedRows == 0 && (copies ?? []).isEmpty }

    /// The result, with the numbers behind it.
    package var message: LeakageMessage {
        if let copy = copies?.first { return .copied(rows: copy.rows, scored: copy.scored, learnt: copy.learnt) }
        guard passed else { return .shared(rows: sharedRows, houses: sharedHouses) }
        guard let distanceS else { return .noHouseHasBoth }
        return .apart(houses: sharedHouses, distanceS: distanceS)
    }
}
