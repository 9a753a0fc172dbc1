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
        /// Those that a row's queries can reach, by row.
        var keys: [Float]
        var cells: Int
        /// The share of the window's time that the cells cover.
        var covers: Double
        /// Base64, a string per head, of (cells, cells) bytes: (log2(weight x n) + 16) x 11, 1 at least; 0 is no weight.
        var heads: [String]
        /// The same of (cells) bytes, of the mean row of the queries while the appliance is on, from the weights as they are
        /// kept and not from the cells above.
        var on: [String]
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
    private let geometry: Geometry
    private let maps: [[AttentionWindow.Map?]]
    /// The most heads of a map.
    package var heads: Int { maps.joined().compactMap { $0?.description.heads }.max() ?? 0 }
    /// Equal parts of the window that the script tells apart.
    package func parts(_ limits: CellLimits) -> Int {
        maps.joined().compactMap { $0.map { cells(of: $0, limits) } }.max() ?? 1
    }

    /// As many a side as the canvas paints of it.
    private func cells(of map: AttentionWindow.Map, _ limits: CellLimits) -> Int {
        min(map.description.cells, limits.most(along: geometry.side * covers(map)))
    }

    private func covers(_ map: AttentionWindow.Map) -> Double {
        Double(map.description.seconds) / Double(attention.time.seconds)
    }

    init(
        _ attention: AttentionWindow, _ profile: AttentionProfile, geometry: Geometry,
        maps: [[AttentionWindow.Map?]]
    ) {
        self.attention = attention
        self.profile = profile
        self.geometry = geometry
        self.maps = maps
    }

    /// The content as JSON with sorted keys; maps have the cells that a canvas with these limits paints, so that what the
    /// script reads out is what is drawn.
    package func json(_ limits: CellLimits) throws -> [UInt8] {
        let count = parts(limits)
        let seconds = attention.time.seconds
        let content = Content(
            geometry: geometry, low: LiftRange.range.lowerBound, high: LiftRange.range.upperBound,
            colors: ColorMap.steps(ColorMap.count).map(\.hex),
            scales: attention.columns.map(\.name.localised), layers: attention.layers.map { $0 + 1 },
            times: (0...count).map { attention.time.text(after: $0 * seconds / count) },
            on: profile.rows(cells: count, seconds: Double(seconds)), words: profile.words.localised,
            maps: maps.map { $0.map { $0.map { map(of: $0, limits) } } })
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(content))
    }

    private func map(of map: AttentionWindow.Map, _ limits: CellLimits) -> Map {
        let cells = cells(of: map, limits)
        let heads = (0..<map.description.heads).map { AttentionLift.head($0, of: map.weights, even: map.even) }
        let keys = (0..<map.description.cells).map(map.reachableKeys)
        return Map(
            keys: Cells(rows: keys.count, columns: 1, values: keys)
                .reduced(mostRows: cells, mostColumns: 1, by: .mean).values, cells: cells,
            covers: covers(map),
            heads: heads.map { Self.text($0.reduced(mostRows: cells, mostColumns: cells, by: .logMean)) },
            on: heads.map { lift in
                let row = profile.lift(lift, seconds: Double(map.description.seconds))
                return Self.text(
                    Cells(rows: 1, columns: row.count, values: row).reduced(
                        mostRows: 1, mostColumns: cells, by: .logMean))
            })
    }

    private static func text(_ lifts: Cells) -> String {
        let bytes = lifts.values.map { lift -> UInt8 in
            guard lift.isFinite else { return 0 }
            let steps = (max(lift, AttentionLift.floor) - AttentionLift.floor) * stepsPerUnit
            return UInt8(min(max(steps.rounded(), 1), 255))
        }
        return Data(bytes).base64EncodedString()
    }
}
