import TestSupport
import Testing

@testable import Plots

@Suite("Scenes")
struct SceneTests {
    @Test("a scene draws the same calls every time, in the order of its marks")
    func golden() {
        let frame = Frame(Rect(x: 40, y: 10, width: 100, height: 50), x: DurationScale(0...60), y: LinearScale(0...10))
        let scene = Scene(
            size: Size(width: 160, height: 100), title: "t", description: "d",
            marks: [
                Axis(.left, of: frame, title: "W", [.labels, .grid]),
                Axis(.bottom, of: frame),
                Group(
                    "data", clip: frame.rect,
                    [
                        Line(
                            [
                                Point(x: 0, y: 0), Point(x: 30, y: 10), Point(x: 40, y: .nan), Point(x: 50, y: 5),
                            ], in: frame, Stroke(.series(0)))
                    ]),
            ])
        let canvas = RecordingCanvas()
        scene.draw(on: canvas)
        #expect(
            canvas.transcript == """
                fill paper 1.0 | 0.0,0.0 160.0,0.0 160.0,100.0 0.0,100.0
                stroke grid 1.0 | 40.0,60.0 140.0,60.0 | 40.0,35.0 140.0,35.0 | 40.0,10.0 140.0,10.0
                stroke axis 1.0 | 40.0,10.0 40.0,60.0 | 36.0,60.0 40.0,60.0 | 36.0,35.0 40.0,35.0 | 36.0,10.0 40.0,10.0
                text end 10.0 text 33.0,63.6 "0"
                text end 10.0 text 33.0,38.6 "5"
                text end 10.0 text 33.0,13.6 "10"
                text middle 10.0 upwards text 14.9,35.0 "W"
                stroke axis 1.0 | 40.0,60.0 140.0,60.0 | 40.0,60.0 40.0,64.0 | 140.0,60.0 140.0,64.0
                text middle 10.0 text 40.0,75.0 "0 s"
                text middle 10.0 text 140.0,75.0 "1 min"
                begin data clip 40.0,10.0 140.0,10.0 140.0,60.0 40.0,60.0
                  stroke series-1 1.2 | 40.0,60.0 90.0,10.0 | 123.3,35.0
                end
                """)
    }

    @Test("a step line holds each value until the next")
    func steps() {
        let frame = Frame(Rect(x: 0, y: 0, width: 10, height: 10), x: LinearScale(0...10), y: LinearScale(0...10))
        let canvas = RecordingCanvas()
        Line([Point(x: 0, y: 0), Point(x: 5, y: 10)], in: frame, Stroke(.text), course: .steps).draw(on: canvas)
        #expect(
            canvas.calls == [
                .stroke([[Point(x: 0, y: 10), Point(x: 5, y: 10), Point(x: 5, y: 0)]], Stroke(.text))
            ])
    }

    @Test("a heat map that is reduced says so, one that is not says nothing")
    func reduction() {
        let frame = Frame(Rect(x: 0, y: 0, width: 100, height: 100), x: LinearScale(0...1), y: LinearScale(0...1))
        let cells = Cells(rows: 100, columns: 100, values: (0..<10_000).map(Float.init))
        let map = HeatMap(cells, in: frame, x: 0...1, y: 0...1, range: 0...1, reduction: .maximum)
        let note = ReductionNote(of: [map, map], at: Point(x: 0, y: 0), TextStyle(), width: 400)
        let coarse = RecordingCanvas(cellLimits: CellLimits(mostPerSide: 64, leastPoints: 2, levels: 24))
        note.draw(on: coarse)
        #expect(coarse.texts == ["Maps of 100 × 100 shown as 50 × 50 (maximum of each block)"])
        let fine = RecordingCanvas()
        note.draw(on: fine)
        #expect(fine.texts.isEmpty)
    }

    @Test("row 0 of a heat map lies at the end where its vertical values begin")
    func direction() {
        let cells = Cells(rows: 2, columns: 1, values: [0, 1])
        for (direction, levels) in [(Frame.Direction.down, [UInt8(0), 1]), (.up, [1, 0])] {
            let frame = Frame(
                Rect(x: 0, y: 0, width: 9, height: 9), x: LinearScale(0...1), y: LinearScale(0...2),
                direction: direction)
            let canvas = RecordingCanvas(cellLimits: CellLimits(mostPerSide: 9, leastPoints: 1, levels: 2))
            HeatMap(cells, in: frame, x: 0...1, y: 0...2, range: 0...1, reduction: .mean).draw(on: canvas)
            guard case .cells(let grid, _) = canvas.calls.first else {
                Issue.record("no cells were drawn")
                return
            }
            #expect(grid.levels == levels)
        }
    }

    @Test("small multiples are equal and keep their distance")
    func grid() {
        let layout = GridLayout(
            rows: 2, columns: 3, in: Rect(x: 10, y: 20, width: 320, height: 210), gap: Size(width: 10, height: 10))
        #expect(layout[0, 0] == Rect(x: 10, y: 20, width: 100, height: 100))
        #expect(layout[1, 2] == Rect(x: 230, y: 130, width: 100, height: 100))
    }
}
