/// How the rows of a house are shared out to the parts.
struct Split {
    /// Per cent for training, validation and test.
    private let percent: [Double]
    private let testHouses: Set<Int>

    init(percent: [Double], testHouses: [Int]) throws(DatasetError) {
        guard percent.count == 3, percent.allSatisfy({ $0.isFinite && $0 > 0 }),
            abs(percent.reduce(0, +) - 100) < 1e-6
        else { throw .split(percent) }
        self.percent = percent
        self.testHouses = Set(testHouses)
    }

    /// The rows of each part among `rows` in time order; a part without a row is left out.
    ///
    /// Without test houses a house has all three parts. With them, a test house is test entirely, and another one has
    /// training and validation rows in the proportion of their per cents.
    func parts(of rows: Int, house: Int) -> [(part: Part, rows: Range<Int>)] {
        if testHouses.contains(house) { return [(.test, 0..<rows)] }
        let shares = testHouses.isEmpty ? percent : Array(percent.prefix(2))
        let total = shares.reduce(0, +)
        var parts: [(part: Part, rows: Range<Int>)] = []
        var first = 0
        var share = 0.0
        for (part, percent) in zip(Part.allCases, shares) {
            share += percent
            let end = min(rows, Int((Double(rows) * share / total).rounded()))
            if end > first { parts.append((part, first..<end)) }
            first = end
        }
        return parts
    }
}
