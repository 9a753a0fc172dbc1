@testable import Datasets

extension Resampler {
    /// The series' own values, and the cell of the first; nil if there is none.
    consuming func ownValues() -> (firstCell: Int, values: [Float])? {
        var series = series()
        guard let cells = series.cells else { return nil }
        return (cells.lowerBound, series.takeRows(cells).rows)
    }
}
