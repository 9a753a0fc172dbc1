import Support
import Testing

@Suite struct SplitMix64Tests {
    @Test("the generator gives the published numbers for the seed 1234567")
    func published() {
        var random = SplitMix64(seed: 1_234_567)
        let numbers = (0..<5).map { _ in random.next() }
        #expect(
            numbers == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
                4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
            ])
    }

    @Test("whole numbers reach both ends and are equally likely", arguments: [1...4, 5...29, -3...3])
    func integers(range: ClosedRange<Int>) {
        var random = SplitMix64(seed: 5)
        let draws = 20_000 * range.count
        var counts: [Int: Int] = [:]
        for _ in 0..<draws { counts[random.integer(in: range), default: 0] += 1 }
        #expect(Set(counts.keys) == Set(range))
        // Five standard deviations of a count of 20,000.
        #expect(counts.values.allSatisfy { abs($0 - 20_000) < 710 })
    }

    @Test("a range of one number gives that number")
    func single() {
        var random = SplitMix64(seed: 0)
        #expect(random.integer(in: 7...7) == 7)
    }

    @Test("uniform numbers are in [0, 1) with mean 1/2")
    func uniform() {
        var random = SplitMix64(seed: 1)
        let numbers = (0..<100_000).map { _ in random.uniform() }
        #expect(numbers.allSatisfy { (0..<1).contains($0) })
        // Five standard errors of a mean with deviation 0.289.
        #expect(abs(numbers.reduce(0, +) / 100_000 - 0.5) < 0.0046)
    }

    @Test("normal numbers have the moments and tails of the normal distribution")
    func normal() {
        var random = SplitMix64(seed: 2)
        let count = 200_000.0
        let numbers = (0..<200_000).map { _ in random.normal() }
        func moment(_ power: Int) -> Double {
            numbers.reduce(0) { sum, x in sum + (0..<power).reduce(1.0) { product, _ in product * x } } / count
        }
        // Five standard errors each: sqrt(1, 2, 15, 96) / sqrt(200,000).
        #expect(abs(moment(1)) < 0.0112)
        #expect(abs(moment(2) - 1) < 0.0158)
        #expect(abs(moment(3)) < 0.0433)
        #expect(abs(moment(4) - 3) < 0.1096)
        let beyondTwo = Double(numbers.count { abs($0) > 2 }) / count
        #expect(abs(beyondTwo - 0.0455) < 0.0024)
    }
}
