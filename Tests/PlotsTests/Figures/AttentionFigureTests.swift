import Foundation
import Runs
import Support
import Testing

@testable import Plots

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

    @Test("eight times a uniform weight is +3, next to none is the floor, and no weight at all is missing")
    func lift() {
        let tensor = Safetensors.Tensor(
            shape: [1, 8, 8], values: (0..<64).map { $0 % 8 == $0 / 8 ? 1 : $0 == 1 ? 1e-30 : 0 })
        let values = AttentionLift.mean(tensor).values
        #expect(values[0] == 3 && values[1] == AttentionLift.floor && values[2] == -.infinity)
    }

    @Test("local attention is even over the keys that it can reach, fewer at the window's ends")
    func reach() {
        var description = SampleRun.synthetic(
            steps: 64, windows: 1, layers: 1, heads: 1, fineCells: 4, coarseCells: 4
        ).results.attention[0]
        (description.keys, description.cells, description.band) = (4, 4, 1)
        let (half, third) = (Float(0.5), Float(1) / 3)
        let weights = Safetensors.Tensor(
            shape: [1, 4, 4],
            values: [half, half, 0, 0, third, third, third, 0, 0, third, third, third, 0, 0, half, half])
        let map = AttentionWindow.Map(description: description, weights: weights)
        #expect((0..<4).map(map.reachableKeys) == [2, 3, 3, 2])
        #expect(map.even == weights.values)
        let lifts = AttentionLift.mean(weights, even: map.even).values
        #expect(lifts.allSatisfy { $0.isNaN || abs($0) < 1e-6 } && lifts.count { $0.isNaN } == 6)
    }

    @Test("the mean is taken of weights, before the logarithm")
    func mean() {
        let tensor = Safetensors.Tensor(shape: [2, 2, 2], values: [1, 0, 0.5, 0.5, 0, 1, 0.5, 0.5])
        #expect(AttentionLift.mean(tensor).values == [0, 0, 0, 0])
    }

    @Test("what lies beyond the colours is counted, and drawn at their ends")
    func range() {
        let values = (0..<10_000).map { Float($0) / 10_000 * 8 - 4 }
        let range = LiftRange([Cells(rows: 100, columns: 100, values: values)])
        #expect(abs(range.above - 0.75 / 8) < 0.001 && abs(range.below - 0.75 / 8) < 0.001)
        #expect(range.clippingNote.english.contains("9.4 % of cells lie above"))
        #expect([-7, -1, 0.5, 9].map(LiftRange.clamped) == [-3.25, -1, 0.5, 3.25] && LiftRange.clamped(.nan).isNaN)
    }

    @Test("the scale is marked in multiples of even attention")
    func marks() {
        #expect(LiftScale().ticks(about: 7).map(\.label) == ["1/8", "1/4", "1/2", "even", "×2", "×4", "×8"])
        #expect(LiftScale().ticks(about: 3).map(\.label) == ["1/8", "even", "×8"])
        #expect(LiftScale().fraction(of: 0) == 0.5)
    }

    @Test("cells without weight take no part in the colour range, and are said to be blank")
    func blanks() {
        let some = LiftRange([Cells(rows: 2, columns: 2, values: [2, .nan, .nan, -1])])
        #expect(
            some.below == 0 && some.hasBlanks && some.clippingNote.english.hasSuffix("; blank cells have no weight"))
        let none = LiftRange([Cells(rows: 2, columns: 2, values: [2, 0, 0, -1])])
        #expect(!none.hasBlanks && !none.clippingNote.english.contains("blank"))
    }

    @Test("fine and coarse stand beside each other for every layer, in one colour scale with the uniform mark")
    func layout() throws {
        let contents = SampleRun.synthetic(steps: 64, windows: 2, layers: 3, heads: 2, fineCells: 16, coarseCells: 8)
        let figures = try Figures.attention(contents).compactMap(\.figure)
        #expect(figures.count == 2)
        let canvas = RecordingCanvas()
        figures[0].scene.draw(on: canvas)
        for layer in 1...3 {
            #expect(canvas.texts.contains("Layer \(layer), fine, 512 keys"))
            #expect(canvas.texts.contains("Layer \(layer), coarse, 128 keys"))
        }
        #expect(canvas.texts.filter { $0 == "times even attention" }.count == 1)
        #expect(canvas.texts.contains("even") && canvas.texts.contains("×8"))
        var grids: [CellGrid] = []
        for case .cells(let grid, _) in canvas.calls { grids.append(grid) }
        #expect(grids.map(\.rows).filter { $0 == 16 }.count == 3 && grids.map(\.rows).filter { $0 == 8 }.count == 3)
    }

    @Test("a map covers the time its keys cover, not the whole window")
    func coverage() throws {
        var contents = SampleRun.synthetic(steps: 64, windows: 2, layers: 1, heads: 1, fineCells: 16, coarseCells: 8)
        contents.results.attention = contents.results.attention.filter { $0.scale == .fine }
        func map() throws -> Rect {
            let canvas = RecordingCanvas()
            try #require(try Figures.attention(contents).first?.figure).scene.draw(on: canvas)
            return try #require(
                canvas.calls.lazy.compactMap { if case .cells(_, let rect) = $0 { rect } else { nil } }.first)
        }
        let whole = try map()
        contents.results.attention[0].seconds /= 2
        let half = try map()
        #expect(half.width == half.height && abs(2 * half.width - whole.width) < 1e-9)
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

    @Test("the heads of both scales stand in one figure, each named")
    func heads() throws {
        let contents = SampleRun.synthetic(steps: 64, windows: 2, layers: 2, heads: 2, fineCells: 16, coarseCells: 8)
        let figure = try #require(try Figures.attention(contents).compactMap(\.figure).last)
        let canvas = RecordingCanvas()
        figure.scene.draw(on: canvas)
        #expect(canvas.texts.contains("fine scale") && canvas.texts.contains("coarse scale"))
        #expect(canvas.texts.filter { $0 == "layer 2, head 1" }.count == 2)
        #expect(figure.description.english.contains("each of 2 scales"))
    }

    /// Two heads over four keys in 40 s: one looks at itself, one at the first key; the appliance is on from 20 s.
    private static func small() throws -> AttentionWindow {
        var contents = SampleRun.synthetic(steps: 40, windows: 1, layers: 1, heads: 2, fineCells: 4, coarseCells: 4)
        contents.results.attention = contents.results.attention.filter { $0.scale == .fine }
        contents.results.attention[0].keys = 4
        let own: [Float] = (0..<16).map { $0 % 5 == 0 ? 1 : 0 }
        let first: [Float] = (0..<16).map { $0 % 4 == 0 ? 1 : 0 }
        contents.attention[contents.results.attention[0].tensor] = Safetensors.Tensor(
            shape: [2, 4, 4], values: own + first)
        contents.series[0].truthW = (0..<40).map { $0 < 20 ? 0 : 900 }
        return try AttentionWindow(contents.results.windows[0], in: contents, clock: nil)
    }

    @Test("the profile is the mean row of the queries while the appliance is on, or of all if it never is")
    func profile() throws {
        let window = try Self.small()
        let lift = AttentionLift.mean(window.maps[0].weights)
        let on = AttentionProfile(of: window, onThresholdW: 500)
        #expect(on.rows(cells: 4, seconds: 40) == [2, 3])
        // Half of the weight lies on the first key, a quarter on each of the last two.
        let values = on.lift(lift, seconds: 40)
        #expect(abs(values[0] - 1) < 1e-5 && values[1].isNaN && abs(values[2]) < 1e-3 && abs(values[3]) < 1e-3)
        let never = AttentionProfile(of: window, onThresholdW: 5000)
        #expect(never.rows(cells: 4, seconds: 40) == [0, 1, 2, 3] && never.words.english.contains("not on here"))
    }

    private static func limits(_ cells: Int) -> CellLimits {
        CellLimits(mostPerSide: cells, leastPoints: 0.1, levels: 13)
    }

    @Test("a map is drawn with the mean weight of each block, of one head and of all alike")
    func pooling() {
        let lifts = Cells(rows: 2, columns: 2, values: [3, 1, .nan, -.infinity])
        let pooled = lifts.reduced(mostRows: 1, mostColumns: 1, by: .logMean)
        // (8 + 2 + 0) / 3: a cell out of reach takes no part.
        #expect(abs(exp2(pooled.values[0]) - 10.0 / 3) < 1e-4)
        let blank = Cells(rows: 2, columns: 1, values: [.nan, .nan]).reduced(mostRows: 1, mostColumns: 1, by: .logMean)
        #expect(blank.values[0].isNaN)
    }

    @Test("what the page's script gets has every head's weights, to 3 %")
    func explorer() throws {
        let window = try Self.small()
        let explorer = try #require(AttentionMeanFigure(window, onThresholdW: 500).figure.explorer)
        #expect(explorer.heads == 2 && explorer.parts(Self.limits(64)) == 4 && explorer.parts(Self.limits(2)) == 2)
        struct Map: Decodable {
            var cells: Int
            var heads: [Data]
            var on: [Data]
        }
        struct Content: Decodable {
            var maps: [[Map?]]
            var on: [Int]
            var times: [String]
        }
        let content = try JSONDecoder().decode(Content.self, from: Data(explorer.json(Self.limits(64))))
        #expect(content.on == [2, 3] && content.times == ["0 s", "10 s", "20 s", "30 s", "40 s"])
        let map = try #require(content.maps[0][0])
        // A weight of 1 among 4 keys is 2^2 times an even one: (2 + 16) x 11.
        #expect(Array(map.heads[0]) == (0..<16).map { $0 % 5 == 0 ? 198 : 0 })
        #expect(Array(map.heads[1]) == (0..<16).map { $0 % 4 == 0 ? 198 : 0 })
        // The two queries while it is on look at one key each: 1/2 of 4 keys is 2^1.
        #expect(Array(map.on[0]) == [0, 0, 187, 187])
        let pooled = try JSONDecoder().decode(Content.self, from: Data(explorer.json(Self.limits(2))))
        // On blocks of two keys the first head looks at its own block alone: 1 of 2 keys, 2^1 times an even spread.
        #expect(Array(try #require(pooled.maps[0][0]).heads[0]) == [187, 0, 0, 187])
    }
}
