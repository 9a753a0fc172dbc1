import Datasets
import Foundation
import Testing

@testable import Networks

@Suite("A prediction of rows as they arrive")
struct PredictionStreamTests {
    private let length = 8
    private let network = SeedModel(SeedModel.Shape(width: 8, heads: 2, depth: 1, scale: 2))

    private func predictor(threads: Int) -> Predictor<SeedModel> {
        Predictor(
            network: network, parameters: network.layout.initialValues(seed: 1),
            normalisation: Normalisation(aggregateMean: 200, aggregateScale: 300, applianceScale: 900),
            threads: threads)
    }

    /// Powers with gaps: single rows, runs shorter than a window, as long as one, and long ones.
    private func rows(_ count: Int) -> [Float] {
        var rows = (0..<count).map { Float(($0 * 37) % 501) }
        for gap in [3, 12, 13, 22, 31, count - 4] where rows.indices.contains(gap) { rows[gap] = .nan }
        return rows
    }

    private func predict(_ pieces: [[Float]], threads: Int = 2) -> [Float] {
        var stream = PredictionStream(predictor(threads: threads), window: length)
        var out: [Float] = []
        for piece in pieces { stream.append(piece) { out.append($0) } }
        stream.finish { out.append($0) }
        return out
    }

    @Test("is the same however the rows are cut into pieces", arguments: [1, 2, 7, 64, 999])
    func pieces(size: Int) {
        let rows = rows(2000)
        let pieces = stride(from: 0, to: rows.count, by: size).map { Array(rows[$0..<min($0 + size, rows.count)]) }
        let whole = predict([rows])
        #expect(whole.count == rows.count)
        #expect(predict(pieces).map(\.bitPattern) == whole.map(\.bitPattern))
    }

    @Test("is the same on any number of threads", arguments: [1, 3, 8])
    func threads(threads: Int) {
        let rows = rows(700)
        #expect(predict([rows], threads: threads).map(\.bitPattern) == predict([rows]).map(\.bitPattern))
    }

    @Test("is the weighted mean of the windows that cover a run", arguments: [7, 8, 9, 11, 12, 13, 200, 300, 301])
    func definition(count: Int) {
        let rows = (0..<count).map { Float(($0 * 91) % 777) }
        let segment = Segment(house: "house_1", start: 0, period: 1, aggregate: rows, truth: rows)
        let windows = Windows.covering([segment], length: length, stride: Windows.coveringStride(for: length))
        var sums = [Double](repeating: 0, count: count)
        var totals = sums
        predictor(threads: 1).forEachPrediction(of: windows) { index, prediction in
            for step in 0..<length {
                let weight = Double(min(step + 1, length - step))
                sums[windows.positions[index].offset + step] += weight * Double(prediction[step])
                totals[windows.positions[index].offset + step] += weight
            }
        }
        for (row, got) in predict([rows]).enumerated() {
            if totals[row] == 0 {
                #expect(got.isNaN)
            } else {
                #expect(abs(Double(got) - sums[row] / totals[row]) < 1e-3)
            }
        }
    }

    @Test("tells a network that asks the time at which each window begins")
    func clock() throws {
        let network = NILMModel(
            NILMModel.Shape(width: 8, heads: 2, dilations: 2, scales: [1, 2], calendar: [.day, .week]))
        let predictor = Predictor(
            network: network, parameters: network.layout.initialValues(seed: 1), normalisation: .kilowatt, threads: 2)
        // A day in six rows: what the clock says makes a difference.
        func segment(from start: Int) -> Segment {
            let rows = rows(200)
            return Segment(
                house: "house_1", start: start, period: 14_400, zone: .gmt, aggregate: rows, truth: rows)
        }
        func predict(_ segments: [Segment]) -> [[Float]] {
            var stream = PredictionStream(predictor, window: length)
            return segments.map { segment in
                var out: [Float] = []
                stream.begin(clock: segment.wallClock)
                stream.append(segment.aggregate) { out.append($0) }
                stream.finish { out.append($0) }
                return out
            }
        }
        let (monday, tuesday) = (segment(from: 1_424_649_600), segment(from: 1_424_736_000))
        let got = predict([monday, tuesday, monday])
        #expect(got[0].map(\.bitPattern) == got[2].map(\.bitPattern))
        #expect(zip(got[0], got[1]).contains { abs($0 - $1) > 1 })

        // A run that is as long as a window has one window's prediction: rows 14 to 21.
        let run = 14..<22
        let windows = Windows(of: [monday], length: length, stride: 1)
        let index = try #require(windows.positions.firstIndex { $0.offset == run.lowerBound })
        var one: [Float] = []
        predictor.forEachPrediction(of: windows) { if $0 == index { one = Array($1) } }
        #expect(zip(got[0][run], one).allSatisfy { abs($0 - $1) < 1e-3 })
    }

    @Test("holds no more rows of a long series than of a short one")
    func memory() {
        var stream = PredictionStream(predictor(threads: 1), window: length)
        var (most, emitted) = (0, 0)
        for piece in 0..<200 {
            stream.append((0..<100).map { Float(piece + $0) }) { _ in emitted += 1 }
            most = max(most, stream.held)
        }
        // 16 windows at a stride of 4, and the one before them.
        #expect(most <= 16 * 4 + 2 * length)
        stream.finish { _ in emitted += 1 }
        #expect(emitted == 20_000)
        #expect(stream.held == 0)
    }
}
