import Runs
import Support

/// How the rows of a house are shared out to the parts.
struct Split {
    /// Per cent for training, validation and test.
    private let percent: [Double]
    private let testHouses: Set<HouseName>

    init(percent: [Double], testHouses: [HouseName]) throws(DatasetError) {
        guard percent.count == 3, percent.allSatisfy({ $0.isFinite && $0 > 0 }),
            abs(percent.reduce(0, +) - 100) < 1e-6
        else { throw .split(percent) }
        self.percent = percent
        self.testHouses = Set(testHouses)
    }

    /// The rows of each part of a house, in time order; a part without a row is left out.
    ///
    /// Shares are of the rows in which the meter, `aggregate` (NaN at a gap), has a reading: a year that nobody metered
    /// must not be the validation part. A gap between two parts belongs to the later one. Without test houses a house has
    /// all three parts. With them, a test house is test entirely, and another one has training and validation rows in
    /// the proportion of their per cents.
    func parts(of aggregate: [Float], house: HouseName) -> [(part: Part, rows: Range<Int>)] {
        if testHouses.contains(house) { return [(.test, 0..<aggregate.count)] }
        let shares = testHouses.isEmpty ? percent : Array(percent.prefix(2))
        let total = shares.reduce(0, +)
        let readings = aggregate.reduce(0) { $0 + ($1.isNaN ? 0 : 1) }
        var parts: [(part: Part, rows: Range<Int>)] = []
        var (first, row, passed) = (0, 0, 0)
        var share = 0.0
        for (part, percent) in zip(Part.allCases, shares) {
            share += percent
            let wanted = min(readings, Int((Double(readings) * share / total).rounded()))
            while passed < wanted {
                if !aggregate[row].isNaN { passed += 1 }
                row += 1
            }
            // Whatever is behind the last reading is the last part's.
            if wanted == readings { row = aggregate.count }
            if row > first { parts.append((part, first..<row)) }
            first = row
        }
        return parts
    }
}
