extension NILMModel {
    /// The network's sizes.
    package struct Shape: Codable, Equatable, Sendable {
        /// Features a time step.
        package var width: Int
        package var heads: Int
        /// Blocks of attention; 0 for the model `conv`.
        package var depth: Int
        /// Units of the stem, with dilations 1, 2, 4, ...
        package var dilations: Int
        /// Time steps pooled into one before attention, one branch each; 1 is the fine one.
        package var scales: [Int]
        /// A query of the fine branch sees the keys at most this many steps from it; nil for all.
        package var band: Int?
        /// Hidden features of a feed-forward layer for each of its inputs; files from before there was a choice say
        /// nothing, which is 4.
        package var feedForward: Int?
        package var dropout: Double
        /// What the stem is told of the time; nil for nothing.
        package var calendar: [CalendarCycle]?

        package init(
            width: Int = 64, heads: Int = 4, depth: Int = 1, dilations: Int = 9, scales: [Int] = [1, 4],
            band: Int? = nil, feedForward: Int = 4, dropout: Double = 0.1, calendar: [CalendarCycle] = []
        ) {
            self.width = width
            self.heads = heads
            self.depth = depth
            self.dilations = dilations
            self.scales = scales
            self.band = band
            self.feedForward = feedForward
            self.dropout = dropout
            self.calendar = calendar.isEmpty ? nil : calendar
        }

        /// Hidden features of a feed-forward layer.
        var hiddenWidth: Int { (feedForward ?? 4) * width }

        /// Features of a time step before the stem.
        var inputs: Int { InputFeatures.count + 2 * (calendar?.count ?? 0) }

        /// Why no network of these sizes can be made; nil if one can.
        package var problem: String? {
            let isPossible =
                (1...4096).contains(width) && (1...256).contains(heads) && (0...256).contains(depth)
                && (0...16).contains(dilations) && (1...8).contains(scales.count)
                && scales.allSatisfy { (1...65536).contains($0) } && Set(scales).count == scales.count
                && (band ?? 0) >= 0 && (1...16).contains(feedForward ?? 4)
                && width % heads == 0 && (0..<1).contains(dropout)
                && Set(calendar ?? []).count == calendar?.count ?? 0
            return isPossible ? nil : "impossible sizes: \(self)"
        }
    }
}
