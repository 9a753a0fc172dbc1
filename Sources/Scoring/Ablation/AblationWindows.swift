import Datasets

/// The windows that an ablation is tried on: as many with the appliance on as without, spread evenly over the test part.
///
/// Drawn from all windows alike, those of a kettle would show it in none.
struct AblationWindows {
    /// Of each kind; of long windows fewer, so that they hold no more than `mostSamples` together, but at least two.
    static let mostOfAKind = 12
    static let mostSamples = 16_384

    private let windows: Windows
    /// Numbers of the chosen windows, ascending.
    private let chosen: [Int]

    /// Windows of `length` rows that follow each other without a gap in aggregate or truth. The appliance is on from
    /// `onThresholdW` watts.
    init(_ segments: [Segment], length: Int, onThresholdW: Double) {
        let windows = Windows(of: segments, length: length, stride: length)
        self.windows = windows
        var (on, off): ([Int], [Int]) = ([], [])
        for index in 0..<windows.count {
            let isOn = Self.truth(of: index, in: windows).contains { Double($0) >= onThresholdW }
            if isOn { on.append(index) } else { off.append(index) }
        }
        let count = min(Self.mostOfAKind, max(2, Self.mostSamples / (2 * length)))
        chosen = (Self.spread(on, count) + Self.spread(off, count)).sorted()
    }

    /// At most `count` of `all`, evenly spaced.
    private static func spread(_ all: [Int], _ count: Int) -> [Int] {
        guard all.count > count else { return all }
        return (0..<count).map { all[($0 * 2 + 1) * all.count / (2 * count)] }
    }

    var count: Int { chosen.count }
    /// Rows of a window, and seconds between them.
    var length: Int { windows.length }
    var periodS: Int { windows.segment(of: chosen[0]).period }

    /// Unix seconds of a window's first row.
    func start(_ index: Int) -> Int { windows.start(of: chosen[index]) }
    func wallClock(_ index: Int) -> WallClock? { windows.wallClock(of: chosen[index]) }
    /// Watts. Shapes: (length).
    func truth(_ index: Int) -> [Float] { Self.truth(of: chosen[index], in: windows) }

    /// Watts. Shapes: (length).
    func aggregate(_ index: Int) -> [Float] {
        [Float](unsafeUninitializedCapacity: length) { buffer, count in
            windows.copyAggregate(of: chosen[index], into: UnsafeMutableBufferPointer(rebasing: buffer[..<length]))
            count = length
        }
    }

    /// Shapes: out (length).
    func copyAggregate(
        _ index: Int, normalisedBy normalisation: Normalisation, into out: UnsafeMutableBufferPointer<Float>
    ) {
        windows.copyAggregate(of: chosen[index], normalisedBy: normalisation, into: out)
    }

    private static func truth(of index: Int, in windows: Windows) -> [Float] {
        [Float](unsafeUninitializedCapacity: windows.length) { buffer, count in
            windows.copyTruth(of: index, into: UnsafeMutableBufferPointer(rebasing: buffer[..<windows.length]))
            count = windows.length
        }
    }
}
