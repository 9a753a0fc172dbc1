import Files
import Plotting
import Runs
import Testing

@testable import Figures

@Suite("Figures of attention")
struct AttentionFigureTests {
    @Test("uniform attention is 0 at any number of keys")
    func uniform() {
        for cells in [1, 4, 100] {
            let tensor = Safetensors.Tensor(
                shape: [2, cells, cells],
                values: [Float](repeating: 1 / Float(cells), count: 2 * cells * cells))
            #expect(AttentionLift.mean(tensor).values.allSatisfy { abs($0) < 1e-6 })
            #expect(AttentionLift.head(1, of: tensor).values.allSatisfy { abs($0) < 1e-6 })
        }
    }

    @Test("eight times a uniform weight is +3, and no weight at all is the floor")
    func lift() {
        let tensor = Safetensors.Tensor(
            shape: [1, 8, 8], values: (0..<64).map { $0 % 8 == $0 / 8 ? 1 : 0 })
        let values = AttentionLift.mean(tensor).values
        #expect(values[0] == 3 && values[1] == AttentionLift.floor)
    }

    @Test("the mean is taken of weights, before the logarithm")
    func mean() {
        let tensor = Safetensors.Tensor(shape: [2, 2, 2], values: [1, 0, 0.5, 0.5, 0, 1, 0.5, 0.5])
        #expect(AttentionLift.mean(tensor).values == [0, 0, 0, 0])
    }

    @Test("the colour range ends at the percentiles, and what is clipped is counted")
    func range() {
        let values = (0..<10_000).map { Float($0) / 10_000 * 8 - 4 }
        let range = LiftRange([Cells(rows: 100, columns: 100, values: values)])
        #expect(abs(range.range.upperBound - 3.96) < 0.02)
        #expect(abs(range.range.lowerBound + 3.96) < 0.02)
        #expect(abs(range.above - 0.005) < 0.002 && abs(range.below - 0.005) < 0.002)
        #expect(range.clippingNote.contains("%"))
    }

    @Test("nearly uniform maps are not blown up to full contrast")
    func noContrast() {
        let range = LiftRange([Cells(rows: 2, columns: 2, values: [0, 0.01, -0.01, 0])])
        #expect(range.range == -1...1)
        #expect(range.above == 0 && range.below == 0)
    }

    @Test("fine and coarse stand beside each other for every layer, in one colour scale with the uniform mark")
    func layout() throws {
        let contents = SampleRun.synthetic(steps: 64, windows: 2, layers: 3, heads: 2, fineCells: 16, coarseCells: 8)
        let figures = try Figures.attention(contents).compactMap(\.figure)
        #expect(figures.count == 3)
        let canvas = RecordingCanvas()
        figures[0].scene.draw(on: canvas)
        for layer in 1...3 {
            #expect(canvas.texts.contains("Layer \(layer), fine, 512 keys"))
            #expect(canvas.texts.contains("Layer \(layer), coarse, 128 keys"))
        }
        #expect(canvas.texts.filter { $0 == "uniform" }.count == 1)
        #expect(canvas.texts.filter { $0 == "log2(weight × n)" }.count == 1)
        var grids: [CellGrid] = []
        for case .cells(let grid, _) in canvas.calls { grids.append(grid) }
        #expect(grids.map(\.rows).filter { $0 == 16 }.count == 3 && grids.map(\.rows).filter { $0 == 8 }.count == 3)
    }

    @Test("a map covers the time its keys cover, not the whole window")
    func coverage() throws {
        var contents = SampleRun.synthetic(steps: 64, windows: 2, layers: 1, heads: 1, fineCells: 16, coarseCells: 8)
        contents.results.attention = contents.results.attention.filter { $0.scale == .fine }
        contents.results.attention[0].seconds = 32
        let figure = try #require(try Figures.attention(contents).first?.figure)
        let canvas = RecordingCanvas()
        figure.scene.draw(on: canvas)
        guard case .cells(_, let rect)? = canvas.calls.first(where: { if case .cells = $0 { true } else { false } })
        else {
            Issue.record("no map was drawn")
            return
        }
        #expect(rect.width == 122 && rect.height == 122)
    }

    @Test("a tensor that is missing or of another shape is an error that names it")
    func tensors() {
        var contents = SampleRun.synthetic(steps: 64, windows: 2, layers: 1, heads: 2, fineCells: 16, coarseCells: 8)
        let name = contents.results.attention[0].tensor
        contents.attention[name] = Safetensors.Tensor(shape: [1, 2, 2], values: [1, 0, 0, 1])
        #expect(throws: FigureError.tensorShape(name: name, expected: [2, 16, 16], got: [1, 2, 2])) {
            try Figures.attention(contents)
        }
        contents.results.attention[0].seconds = -1
        #expect(throws: FigureError.mapWithoutTime(tensor: name, seconds: -1)) { try Figures.attention(contents) }
        contents.results.attention[0].seconds = 64
        contents.attention[name] = nil
        #expect(throws: FigureError.tensorMissing(name: name)) { try Figures.attention(contents) }
        #expect("\(FigureError.tensorMissing(name: name))".contains(name))
    }
}
