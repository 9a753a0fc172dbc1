import Support

/// A window of the test part that the report shows; its samples are the rows of data/predictions.csv from `start`.
package struct ShownWindow: Codable, Equatable, Sendable {
    /// Stable within a run: `kettle-best`, `kettle-median`, `kettle-worst`, `kettle-event`.
    package var id: String
    package var appliance: String
    package var house: String
    /// Unix seconds of the first sample.
    package var start: Int
    /// Samples.
    package var steps: Int
    package var rule: Said<WindowRule>
    package var maeW: Double

    package init(
        id: String, appliance: String, house: String, start: Int, steps: Int, rule: WindowRule, maeW: Double
    ) {
        self.id = id
        self.appliance = appliance
        self.house = house
        self.start = start
        self.steps = steps
        self.rule = Said(rule)
        self.maeW = maeW
    }
}

/// One layer's attention at one scale over one shown window.
///
/// The weights are a tensor of data/attention.safetensors, named `tensor`, of shape (heads, cells, cells): query by
/// key, in time order. A query's weights add up to 1. Where `cells` is less than `keys`, equal runs of neighbours were
/// pooled: averaged over queries, summed over keys, so that rows still add up to 1.
package struct AttentionMap: Codable, Equatable, Sendable {
    package enum Scale: String, Codable, Sendable, CaseIterable { case fine, coarse }

    package var appliance: String
    /// The id of the ``ShownWindow``.
    package var window: String
    /// From 0, in the order of the forward pass.
    package var layer: Int
    package var scale: Scale
    package var tensor: String
    package var heads: Int
    /// Keys that a query of the model saw.
    package var keys: Int
    /// Rows and columns stored.
    package var cells: Int
    /// Seconds of the window that the map covers, from its first sample (a tail shorter than the scale is not seen).
    package var seconds: Int
    /// Time steps in one key; nil in files of versions that had one coarse scale.
    package var steps: Int?
    /// Keys that a query can reach to each side of its own; nil where it reaches all, and in files of versions that did not
    /// say.
    package var band: Int?
    /// Where a gate mixes the scales: the tensor of this one's share at each time step of the window, (steps).
    package var share: String?
    /// nil in files of versions that did not measure it.
    package var statistics: AttentionStatistics?

    package init(
        appliance: String, window: String, layer: Int, scale: Scale, tensor: String, heads: Int, keys: Int, cells: Int,
        seconds: Int, steps: Int? = nil, band: Int? = nil, share: String? = nil, statistics: AttentionStatistics? = nil
    ) {
        self.appliance = appliance
        self.window = window
        self.layer = layer
        self.scale = scale
        self.tensor = tensor
        self.heads = heads
        self.keys = keys
        self.cells = cells
        self.seconds = seconds
        self.steps = steps
        self.band = band
        self.share = share
        self.statistics = statistics
    }
}
