import Testing

@testable import Plots

@Suite("Cells of heat maps")
struct CellsTests {
    private let cells = Cells(rows: 2, columns: 4, values: [1, 2, 3, 4, 5, 6, 7, .nan])

    @Test("blocks become their maximum or their mean; missing values do not count")
    func blocks() {
        #expect(cells.reduced(mostRows: 1, mostColumns: 2, by: .maximum).values == [6, 7])
        #expect(cells.reduced(mostRows: 1, mostColumns: 2, by: .mean).values == [3.5, Float(14) / 3])
    }

    @Test("a single strong cell of a large matrix survives the reduction by maximum")
    func strongCell() {
        var values = [Float](repeating: 0, count: 500 * 300)
        values[123 * 300 + 45] = 9
        let reduced = Cells(rows: 500, columns: 300, values: values).reduced(
            mostRows: 64, mostColumns: 64, by: .maximum)
        #expect((reduced.rows, reduced.columns) == (64, 64))
        #expect(reduced.values.filter { $0 == 9 }.count == 1)
    }

    @Test("cells that fit stay as they are")
    func fits() { #expect(cells.reduced(mostRows: 2, mostColumns: 9, by: .mean).columns == 4) }

    @Test("values outside of the range take the end levels, missing ones none")
    func levels() {
        let cells = Cells(rows: 1, columns: 6, values: [-9, 0, 0.49, 0.51, 9, .nan])
        #expect(cells.levels(2, of: 0...1) == [0, 0, 0, 1, 1, CellGrid.missing])
    }

    @Test("each path of runs covers its level's cells and no others")
    func runs() {
        let grid = CellGrid(
            rows: 2, columns: 4, levels: [0, 0, 1, 1, 1, 0, 0, CellGrid.missing], colors: ColorMap.steps(2))
        #expect(SVGPath.runs(grid, along: .rows) == ["m0 0h2m-1 1h2", "m2 0h2m-4 1h1"])
        #expect(SVGPath.runs(grid, along: .columns) == ["m0 0v1m1-1v2m1-1v1", "m0 1v1m2-2v1m1-1v1"])
    }

    @Test(
        "runs go the way in which there are fewer",
        arguments: [
            ([0, 1, 0, 1], SVGPath.RunDirection.columns), ([0, 0, 1, 1], .rows), ([0, 0, 0, 0], .rows),
        ] as [([UInt8], SVGPath.RunDirection)])
    func direction(levels: [UInt8], expected: SVGPath.RunDirection) {
        let grid = CellGrid(rows: 2, columns: 2, levels: levels, colors: ColorMap.steps(2))
        #expect(SVGPath.runDirection(grid) == expected)
    }
}
