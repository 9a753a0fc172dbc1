import Support
import Testing

@testable import Scoring

@Suite("Events that match")
struct EventMatchingTests {
    @Test(
        "are at most the tolerance apart, one to one, in time order",
        arguments: [
            ([], [], 0), ([100], [], 0), ([], [100], 0), ([100], [110], 1), ([100], [90], 1), ([100], [111], 0),
            // One prediction between two events is one of them; two predictions of one event are one hit.
            ([100, 105], [103], 1), ([100], [98, 102], 1),
            // The first prediction must not take the second event from the second prediction.
            ([100, 115], [106, 124], 2), ([100, 115], [92, 108], 2), ([10, 20, 30], [1, 11, 21, 41], 3),
        ] as [([Int], [Int], Int)])
    func pairs(truth: [Int], prediction: [Int], count: Int) {
        #expect(EventMatching.pairs(truth: truth, prediction: prediction, tolerance: 10) == count)
    }

    @Test("are as many as any choice of pairs in time order gives", arguments: [0, 1, 2, 3, 4, 5] as [UInt64])
    func most(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        func times() -> [Int] { (0..<40).map { _ in Int(2000 * generator.uniform()) }.sorted() }
        let (truth, prediction) = (times(), times())
        // The longest chain of pairs, by dynamic programming over both lists.
        var best = [[Int]](repeating: [Int](repeating: 0, count: 41), count: 41)
        for t in truth.indices {
            for p in prediction.indices {
                let pair = abs(truth[t] - prediction[p]) <= 30 ? 1 : 0
                best[t + 1][p + 1] = max(best[t][p + 1], best[t + 1][p], best[t][p] + pair)
            }
        }
        #expect(EventMatching.pairs(truth: truth, prediction: prediction, tolerance: 30) == best[40][40])
    }
}
