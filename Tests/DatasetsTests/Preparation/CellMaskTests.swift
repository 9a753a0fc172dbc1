import Support
import Testing

@testable import Datasets

@Suite("A set of cells") struct CellMaskTests {
    @Test("counts its cells in any range as a plain set does")
    func counts() {
        var random = SplitMix64(seed: 5)
        for _ in 0..<50 {
            var mask = CellMask()
            var plain: Set<Int> = []
            var cell = random.integer(in: 0...1000)
            for _ in 0..<random.integer(in: 0...20) {
                cell += random.integer(in: 0...100)
                let end = cell + random.integer(in: 0...90)
                mask.insert(cell..<end)
                plain.formUnion(cell..<end)
                cell = end
            }
            for _ in 0..<20 {
                let start = random.integer(in: 0...3000)
                let range = start..<start + random.integer(in: 0...200)
                #expect(mask.count(in: range) == plain.count(where: range.contains))
            }
            #expect(mask.count(in: 0..<1_000_000) == plain.count)
        }
    }
}
