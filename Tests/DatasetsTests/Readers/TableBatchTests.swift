import Testing

@testable import Datasets

@Suite("Batches of a table's lines") struct TableBatchTests {
    @Test("a batch of ten thousand meters has no more powers than one of sixty")
    func capacity() {
        #expect(TableBatch(meters: 1).capacity == 16_384)
        #expect(TableBatch(meters: 60).capacity == 16_384)
        #expect(TableBatch(meters: 10_000).capacity == 104)
        #expect(TableBatch(meters: 3_000_000).capacity == 1)
    }
}
