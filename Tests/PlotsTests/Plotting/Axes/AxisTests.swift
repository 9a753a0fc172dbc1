import Support
import TestSupport
import Testing

@testable import Plots

@Suite("Axes and legends")
struct AxisTests {
    private func extents(_ canvas: RecordingCanvas, of style: (TextStyle) -> Bool) -> [ClosedRange<Double>] {
        canvas.calls.compactMap { call in
            guard case .text(let text, let point, let textStyle) = call, style(textStyle), !textStyle.upwards else {
                return nil
            }
            let width = TextMetrics.width(of: text, textStyle)
            let start = textStyle.anchor == .start ? point.x : point.x - width / (textStyle.anchor == .end ? 1 : 2)
            return start...start + width
        }
    }

    @Test("labels of a horizontal axis never touch", arguments: [40.0, 90, 150, 333, 700])
    func labels(width: Double) throws {
        let clock = try #require(LocalClock(zone: "Europe/London"))
        let start = 1_364_688_000.0
        for span in [60.0, 511, 7000, 90_000, 260_000, 3e6, 9e7] {
            for scale in [TimeScale(start...start + span, clock: clock), DurationScale(0...span)] as [any Scale] {
                let frame = Frame(Rect(x: 100, y: 0, width: width, height: 40), x: scale, y: LinearScale(0...1))
                let axis = Axis(.bottom, of: frame)
                for row in [axis.ticks.map { ($0.value, $0.label) }, axis.ticks.map { ($0.value, $0.detail ?? "") }] {
                    let places = row.filter { !$0.1.isEmpty }.map { value, text in
                        let half = TextMetrics.width(of: text, Axis.labelStyle) / 2
                        return (frame.x(at: value) - half)...(frame.x(at: value) + half)
                    }
                    #expect(zip(places, places.dropFirst()).allSatisfy { $0.upperBound + 4 < $1.lowerBound })
                }
            }
        }
    }

    @Test("a title stands outside of the widest label")
    func title() {
        let frame = Frame(Rect(x: 100, y: 0, width: 50, height: 100), x: LinearScale(0...1), y: LinearScale(0...25_000))
        let canvas = RecordingCanvas()
        let axis = Axis(.left, of: frame, title: "W")
        axis.draw(on: canvas)
        let labels = extents(canvas) { _ in true }
        let left = labels.map(\.lowerBound).min() ?? 0
        #expect(left >= 100 - axis.depth + Axis.titleStyle.size)
    }

    @Test("a legend fits its width, and only the names that are too long are cut")
    func legend() {
        let long = String(repeating: "fridge freezer ", count: 12)
        let legend = Legend(
            [.init("aggregate", .line(Stroke(.context))), .init(Text(verbatim: long), .line(Stroke(.series(0))))],
            at: Point(x: 10, y: 10), width: 300)
        let canvas = RecordingCanvas()
        legend.draw(on: canvas)
        #expect(canvas.texts.first == "aggregate")
        #expect(canvas.texts.last?.hasSuffix("…") == true)
        #expect(extents(canvas) { _ in true }.allSatisfy { $0.upperBound <= 310 })
    }
}
