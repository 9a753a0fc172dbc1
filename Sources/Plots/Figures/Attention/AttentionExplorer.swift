import Foundation
import Runs
import Support

/// What the page's script needs of a figure of attention: where its panels are, and every head's weights.
package struct AttentionExplorer: Sendable {
    /// Places in points, as the scene has them; columns are scales, rows layers.
    struct Geometry: Encodable, Sendable {
        var columns: [Double]
        var rows: [Double]
        /// Of a map.
        var side: Double
        /// Upper edges; the signal's is nil without the window's samples.
        var signal: Double?
        var signalHeight: Double
        var profile: Double
        var profileHeight: Double
    }

    /// One layer at one scale.
    private struct Map: Encodable {
        var keys: Int
        var cells: Int
        /// The share of the window's time that the cells cover.
        var covers: Double
        /// Base64, a string a head, of (cells, cells) bytes: (log2(weight x n) + 16) x 11, 1 at least; 0 is no weight.
        var heads: [String]
    }

    private struct Content: Encodable {
        var geometry: Geometry
        /// The ends of the colours, in log2(weight x n).
        var low: Double
        var high: Double
        var colors: [String]
        var scales: [String]
        var layers: [Int]
        /// The beginnings of equal parts of the window, for people.
        var times: [String]
        /// The parts in which the appliance is on (or all, if it never is), and these in words.
        var on: [Int]
        var words: String
        /// Rows by layer, columns by scale; null where there is no map.
        var maps: [[Map?]]
    }

    /// Of a byte: 11 steps to a factor of 2, so that a weight is right to 3 %.
    private static let stepsPerUnit: Float = 11

    private let attention: AttentionWindow
    private let profile: AttentionProfile
    private let low: Double
    private let high: Double
    private let geometry: Geometry
    private let maps: [[AttentionWindow.Map?]]
    /// The most heads of a map.
    package var heads: Int { maps.joined().compactMap { $0?.description.heads }.max() ?? 0 }
    /// Equal parts of the window that the script tells apart.
    package func parts(mostCells: Int) -> Int {
        min(maps.joined().compactMap { $0?.description.cells }.max() ?? 1, mostCells)
    }

    init(
        _ attention: AttentionWindow, _ profile: AttentionProfile, low: Double, high: Double, geometry: Geometry,
        maps: [[AttentionWindow.Map?]]
    ) {
        self.attention = attention
        self.profile = profile
        self.low = low
        self.high = high
        self.geometry = geometry
        self.maps = maps
    }

    /// The content as JSON with sorted keys; maps have at most `mostCells` a side, averaged over queries and summed over
    /// keys.
    package func json(mostCells: Int) throws -> [UInt8] {
        let count = parts(mostCells: mostCells)
        let seconds = attention.time.seconds
        let content = Content(
            geometry: geometry, low: low, high: high, colors: ColorMap.steps(24).map(\.hex),
            scales: attention.columns.map(\.name.localised), layers: attention.layers.map { $0 + 1 },
            times: (0...count).map { attention.time.text(after: $0 * seconds / count) },
            on: profile.rows(cells: count, seconds: Double(seconds)), words: profile.words.localised,
            maps: maps.map { $0.map { $0.map { map(of: $0, mostCells: mostCells) } } })
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(content))
    }

    private func map(of map: AttentionWindow.Map, mostCells: Int) -> Map {
        let cells = min(map.description.cells, mostCells)
        return Map(
            keys: map.description.keys, cells: cells,
            covers: Double(map.description.seconds) / Double(attention.time.seconds),
            heads: (0..<map.description.heads).map { head in
                let lifts = AttentionLift.head(head, of: map.weights)
                let weights = Cells(
                    rows: lifts.rows, columns: lifts.columns, values: lifts.values.map { $0.isFinite ? exp2($0) : 0 })
                // The mean of weight x n over a block is that of the block's mean row and summed keys.
                let reduced = weights.reduced(mostRows: cells, mostColumns: cells, by: .mean)
                let bytes = reduced.values.map { value -> UInt8 in
                    guard value > 0 else { return 0 }
                    let lift = max(log2(value), AttentionLift.floor) - AttentionLift.floor
                    return UInt8(min(max((lift * Self.stepsPerUnit).rounded(), 1), 255))
                }
                return Data(bytes).base64EncodedString()
            })
    }
}
