/// What a head's map amounts to, over the stored cells; each a mean over queries.
package struct HeadStatistics: Codable, Equatable, Sendable {
    /// Entropy of a row over ln of the number of cells: 1 is an even spread, 0 a single key.
    package var entropy: Double
    /// Distance in time between a query and what it looks at, minutes.
    package var distanceMin: Double
    /// Weight on keys within `tolerance_s` of the query.
    package var diagonal: Double
    /// The largest share of all queries' attention that one key gets.
    package var sink: Double
    /// Weight on keys within `tolerance_s` of the appliance's true on and off edges, over those keys' share of all keys;
    /// nil where the window has no such edge, or no key away from one.
    @Nullable package var eventLift: Double?
    /// Jensen-Shannon divergence in bits, 0 to 1, from the other scale's mean over heads, on the coarser grid; nil where
    /// the layer has not both a fine and a coarse scale.
    @Nullable package var divergence: Double?

    package init(
        entropy: Double, distanceMin: Double, diagonal: Double, sink: Double, eventLift: Double?, divergence: Double?
    ) {
        self.entropy = entropy
        self.distanceMin = distanceMin
        self.diagonal = diagonal
        self.sink = sink
        self.eventLift = eventLift
        self.divergence = divergence
    }
}

/// The statistics of a map's heads, and what an even spread of attention would have.
package struct AttentionStatistics: Codable, Equatable, Sendable {
    /// Seconds that count as near.
    package var toleranceS: Int
    /// In the order of heads.
    package var heads: [HeadStatistics]
    package var even: HeadStatistics

    package init(toleranceS: Int, heads: [HeadStatistics], even: HeadStatistics) {
        self.toleranceS = toleranceS
        self.heads = heads
        self.even = even
    }
}
