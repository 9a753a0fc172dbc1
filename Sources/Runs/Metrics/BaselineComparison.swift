import Support

/// What became of a run's metrics against those of an earlier run, and how that was judged.
package struct BaselineComparison: Codable, Equatable, Sendable {
    /// The earlier run's id and time.
    package var run: String
    package var created: String
    /// Why the runs are not comparable; empty if they are.
    package var obstacles: [Said<Obstacle>]
    /// What else a reader should know, as sentences.
    package var notes: [Said<BaselineNote>]
    /// The share of the earlier value that a change must exceed to count, beside each metric's own tolerance.
    package var relativeTolerance: Double
    /// The paired bootstrap: how many resamples of blocks, the level of its interval, its seed.
    package var resamples: Int
    package var level: Double
    package var seed: UInt64
    package var changes: [MetricChange]

    package init(
        run: String, created: String, obstacles: [Said<Obstacle>], notes: [Said<BaselineNote>],
        relativeTolerance: Double, resamples: Int,
        level: Double, seed: UInt64, changes: [MetricChange]
    ) {
        self.run = run
        self.created = created
        self.obstacles = obstacles
        self.notes = notes
        self.relativeTolerance = relativeTolerance
        self.resamples = resamples
        self.level = level
        self.seed = seed
        self.changes = changes
    }

    /// The changes for the worse that fail a run.
    package var regressions: [MetricChange] { changes.filter { $0.decides && $0.outcome == .worse } }
}

/// The change of one metric of one appliance.
package struct MetricChange: Codable, Equatable, Sendable {
    package enum Outcome: String, Codable, Sendable {
        /// By more than the tolerance, and not by chance: the interval excludes 0.
        case worse, better
        /// Within the tolerance, or within what chance does.
        case same
        /// By more than the tolerance, but there is no interval that tells it from chance.
        case undetermined
    }

    package var appliance: String
    /// The metric's key.
    package var metric: String
    @Nullable package var before: Double?
    @Nullable package var after: Double?
    /// After minus before; of a metric that is best near 0 that of the sizes. nil where either is not defined.
    @Nullable package var change: Double?
    /// The interval of the change; nil where there is none, and `reason` says why.
    @Nullable package var low: Double?
    @Nullable package var high: Double?
    /// The change that counts, in the metric's unit.
    package var tolerance: Double
    /// Blocks that were resampled, and what they are.
    package var blocks: Int
    package var blockKind: BlockScores.Kind?
    package var outcome: Outcome
    /// Whether it fails the run to be worse.
    package var decides: Bool
    package var reason: Said<ChangeReason>?

    package init(
        appliance: String, metric: String, before: Double?, after: Double?, change: Double?, low: Double?,
        high: Double?, tolerance: Double, blocks: Int, blockKind: BlockScores.Kind?, outcome: Outcome, decides: Bool,
        reason: Said<ChangeReason>?
    ) {
        self.appliance = appliance
        self.metric = metric
        self.before = before
        self.after = after
        self.change = change
        self.low = low
        self.high = high
        self.tolerance = tolerance
        self.blocks = blocks
        self.blockKind = blockKind
        self.outcome = outcome
        self.decides = decides
        self.reason = reason
    }
}
