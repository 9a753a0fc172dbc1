import Foundation
import Support
import TestSupport

@testable import Plots

/// Small drawings that tests compare.
enum TestScene {
    /// A line with a gap, a dashed line, axes, a legend, a band of bars, markers, a heat map and a colour bar.
    ///
    /// `shift` moves the data by points; `swapped` gives each series the other's values.
    static func everything(shift: Double = 0, swapped: Bool = false, title: Text = "Test") -> Scene {
        let frame = Frame(
            Rect(x: 50 + shift, y: 40, width: 200, height: 80), x: DurationScale(0...60), y: LinearScale(0...100))
        let rising = (0...12).map { Point(x: Double($0) * 5, y: $0 == 6 ? .nan : Double($0) * 8) }
        let wave = (0...12).map { Point(x: Double($0) * 5, y: 50 + 30 * sin(Double($0))) }
        let map = Frame(
            Rect(x: 290 + shift, y: 40, width: 80, height: 80), x: LinearScale(0...4), y: LinearScale(0...4),
            direction: .down)
        let cells = Cells(rows: 4, columns: 4, values: (0..<16).map(Float.init))
        return Scene(
            size: Size(width: 460, height: 180), title: title, description: Text(same: "A drawing with \(title)."),
            marks: [
                Label(title, at: Point(x: 50, y: 16), TextStyle(size: 13, bold: true), width: 400),
                Legend(
                    [
                        .init("rising", .line(Stroke(.series(0)))),
                        .init("wave", .line(Stroke(.series(1), dash: [4, 2]))),
                    ], at: Point(x: 50, y: 28), width: 200),
                Axis(.left, of: frame, title: "W", [.labels, .grid]),
                Axis(.bottom, of: frame, title: "time"),
                Group(
                    "data", clip: frame.rect,
                    [
                        Bars(
                            [.init(from: Point(x: 10, y: 0), to: Point(x: 15, y: 100))], in: frame,
                            Fill(.context, opacity: 0.25)),
                        Area(wave, to: 50, in: frame, Fill(.series(2), opacity: 0.5)),
                        Line(swapped ? wave : rising, in: frame, Stroke(.series(0))),
                        Line(swapped ? rising : wave, in: frame, Stroke(.series(1), dash: [4, 2]), course: .steps),
                        Rule(.y(50), in: frame, Stroke(.axis, width: 1)),
                        Markers([Point(x: 30, y: 75)], in: frame, .diamond, Fill(.series(3))),
                    ]),
                HeatMap(cells, in: map, x: 0...4, y: 0...4, range: 0...15, reduction: .maximum),
                ColorBar(
                    in: Rect(x: 390 + shift, y: 40, width: 10, height: 80), scale: LinearScale(0...15), title: "value"),
            ])
    }
}
