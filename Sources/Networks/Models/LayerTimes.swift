import Dispatch

/// Where the time of forward and backward passes goes, by the layers' own names: a profile of a training step.
///
/// Not synchronised: one thread fills it.
package final class LayerTimes {
    package enum Direction: String, CaseIterable, Sendable { case forward, backward }

    /// One layer's time in one direction.
    package struct Entry: Sendable {
        /// As in the parameters' names, such as `blocks.0.attn_fine.qkv`.
        package let layer: String
        package let direction: Direction
        package fileprivate(set) var seconds: Double
    }

    /// In the order in which the layers were first met.
    package private(set) var entries: [Entry] = []
    private var index: [String: Int] = [:]

    package init() {}

    func measure<R>(_ layer: String, _ direction: Direction, _ body: () -> R) -> R {
        let begin = DispatchTime.now().uptimeNanoseconds
        let result = body()
        let seconds = Double(DispatchTime.now().uptimeNanoseconds - begin) * 1e-9
        let key = layer + direction.rawValue
        if let known = index[key] {
            entries[known].seconds += seconds
        } else {
            index[key] = entries.count
            entries.append(Entry(layer: layer, direction: direction, seconds: seconds))
        }
        return result
    }
}
