import Support
import TestSupport
import Testing

@testable import Plots

@Suite("Decimation by M4")
struct M4Tests {
    @Test("a spike of one sample among a million survives", arguments: [0, 1, 499_999, 777_777, 999_999])
    func spike(at position: Int) {
        var values = [Float](repeating: 80, count: 1_000_000)
        values[position] = 3000
        let kept = M4.indices(of: values, columns: 640)
        #expect(kept.contains(position))
        #expect(kept.count <= 4 * 640)
    }

    @Test("a spike of one sample among a million is drawn, on every canvas", arguments: [3, 499_999, 999_990])
    func drawnSpike(at position: Int) throws {
        var values = [Float](repeating: 80, count: 1_000_000)
        let rect = Rect(x: 10, y: 10, width: 640, height: 100)
        let frame = Frame(rect, x: LinearScale(0...1_000_000), y: LinearScale(0...3000))
        func scene() -> Scene {
            let samples = Samples(start: 0, step: 1, values: values)
            return Scene(
                size: Size(width: 660, height: 120), title: "Spike", description: "A spike.",
                marks: [Line(samples.points(width: rect.width), in: frame, Stroke(.series(0)))])
        }
        /// The greatest height of the line over the lower edge, in points, as recorded and as painted.
        func heights() throws -> (recorded: Double, painted: Double) {
            let canvas = RecordingCanvas()
            scene().draw(on: canvas)
            var least = rect.maxY
            for case .stroke(let lines, _) in canvas.calls {
                for point in lines.joined() { least = min(least, point.y) }
            }
            let raster = try Raster(scene(), scale: 1)
            let columns = Int(frame.x(at: Double(position))) - 1...Int(frame.x(at: Double(position))) + 1
            let painted = (0..<raster.height).first { row in
                columns.contains { raster.pixels[row * raster.width + $0] != 0xff_ffff }
            }
            return (rect.maxY - least, rect.maxY - Double(try #require(painted)))
        }
        let level = try heights()
        #expect(level.recorded < 4 && level.painted < 5)
        values[position] = 3000
        let spike = try heights()
        #expect(spike.recorded == 100 && spike.painted > 98)
    }

    @Test("a dip of one sample survives as well")
    func dip() {
        var values = [Float](repeating: 80, count: 100_000)
        values[54_321] = 0
        #expect(M4.indices(of: values, columns: 100).contains(54_321))
    }

    @Test("each column keeps its first and last, so that lines between columns stay where they were")
    func ends() {
        let values = (0..<1000).map { Float(($0 * 7919) % 101) }
        let kept = Set(M4.indices(of: values, columns: 10))
        for column in 0..<10 {
            #expect(kept.contains(column * 100) && kept.contains(column * 100 + 99))
            let block = values[column * 100..<column * 100 + 100]
            let keptValues = kept.filter { $0 / 100 == column }.map { values[$0] }
            #expect(keptValues.max() == block.max() && keptValues.min() == block.min())
        }
    }

    @Test("indices ascend and none comes twice")
    func order() {
        let values = (0..<12_345).map { Float(($0 * 7919) % 331) }
        let kept = M4.indices(of: values, columns: 77)
        #expect(zip(kept, kept.dropFirst()).allSatisfy { $0 < $1 })
    }

    @Test("what fits is kept whole", arguments: [0, 1, 39, 40])
    func small(count: Int) {
        let values = [Float](repeating: 1, count: count)
        #expect(M4.indices(of: values, columns: 10) == Array(0..<count))
        #expect(Samples(start: 0, step: 1, values: values).decimationNote(width: 10) == nil)
    }

    @Test("a gap still breaks the line")
    func gaps() {
        var values = [Float](repeating: 5, count: 10_000)
        for index in 2000..<7000 { values[index] = .nan }
        let kept = M4.indices(of: values, columns: 10)
        #expect(kept.contains { values[$0].isNaN })
        #expect(kept.contains(1999) && kept.contains(7000))
    }

    @Test("the note counts what was there and what was drawn")
    func note() {
        let samples = Samples(start: 0, step: 6, values: [Float](repeating: 1, count: 1001))
        #expect(
            samples.decimationNote(width: 50)?.english
                == "1001 samples drawn as first, least, greatest and last of each of 50 columns")
        #expect(samples.points(width: 50).last == Point(x: 6000, y: 1))
    }
}
