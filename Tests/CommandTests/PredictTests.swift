import Foundation
import Runs
import TestSupport
import Testing

@Suite("predict")
struct PredictTests {
    private let houses: Houses

    /// A run `output/a` of the kettle and the fridge of house 1.
    init() throws {
        houses = try Houses([1, 2])
        try SharedRuns.make(
            [
                "train", "-q", "--run-id", "a", "--appliance", "kettle,fridge", "--train-houses", "1", "--windows",
                "fridge=48",
            ] + Houses.small, in: houses.folder)
    }

    private func predict(_ options: [String]) throws -> Program.Outcome {
        try Program.run(["predict", "--model", "output/a"] + options, in: houses.folder)
    }

    private func text(_ name: String) throws -> String {
        try String(contentsOfFile: houses.folder(name), encoding: .utf8)
    }

    private func rows(_ text: String) -> [[String]] {
        text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    }

    /// A meter of `count` readings every 6 s, without those at `gap`.
    private func writeMeter(_ count: Int, every period: Int = 6, gap: Range<Int> = 0..<0) throws {
        var table = "time,power\n"
        for row in 0..<count where !gap.contains(row) {
            table += "\(Houses.start + period * row),\(row % 100 < 20 ? 2600 : 200)\n"
        }
        try Data(table.utf8).write(to: URL(fileURLWithPath: houses.folder("meter.csv")))
    }

    @Test("writes what evaluate predicts for the same house, to a file or to standard output")
    func sameAsEvaluate() throws {
        let outcome = try predict(["--data", "ukdale:uk", "--test-houses", "2", "--output", "p.csv"])
        #expect(outcome.status == 0 && outcome.output.isEmpty, "\(outcome.errors)")
        #expect(outcome.errors.contains("1200 rows every 6 s from 2015-02-24T"))
        #expect(outcome.errors.contains("kettle: ") && outcome.errors.contains("activations per day"))
        let table = rows(try text("p.csv"))
        #expect(table[0] == ["time", "aggregate", "kettle_prediction", "kettle_on", "fridge_prediction", "fridge_on"])
        #expect(table.count == 1201 && table[1][0] == "\(Houses.start)")
        let evaluated = try Program.run(
            ["evaluate", "output/a", "--test-houses", "2", "--run-id", "b", "-q"], in: houses.folder)
        #expect(evaluated.status == 0, "\(evaluated.errors)")
        let series = try Predictions.read(path: houses.folder("output/b/data/predictions.csv"), periodS: 6)
        #expect(series.map(\.appliance) == ["kettle", "fridge"])
        let kettle: [Float] = table.dropFirst().compactMap { Float($0[2]) }
        let fridge: [Float] = table.dropFirst().compactMap { Float($0[4]) }
        #expect(kettle == series[0].predictionW && fridge == series[1].predictionW)
        let states: [Bool] = table.dropFirst().map { $0[3] == "1" }
        #expect(states == kettle.map { $0 >= 2000 })
        let again = try predict(["--data", "ukdale:uk", "--test-houses", "2", "--output", "-", "-q"])
        #expect(again.status == 0 && again.errors.isEmpty)
        #expect(again.output == (try text("p.csv")))
    }

    @Test("warns of a meter that is often below 0 W, and of no other")
    func netMeter() throws {
        for (sign, isSaid) in [(-1, true), (1, false)] {
            var table = "time,power\n"
            for row in 0..<200 { table += "\(Houses.start + 6 * row),\(row % 2 == 0 ? 300 : sign * 250)\n" }
            try Data(table.utf8).write(to: URL(fileURLWithPath: houses.folder("meter.csv")))
            let outcome = try predict(["--input", "meter.csv", "--output", "p.csv"])
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(
                outcome.errors.contains("warning: The aggregate is below 0 W in 50 % of the rows, as that of a meter")
                    == isSaid, "\(outcome.errors)")
        }
    }

    @Test("leaves gaps empty, and segments between them that are shorter than a window")
    func gaps() throws {
        // 40 rows, more missing than may be filled, and 100 rows: a fridge's window has 48.
        try writeMeter(200, gap: 40..<100)
        let outcome = try predict(["--input", "meter.csv", "--output", "p.csv"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let table = rows(try text("p.csv")).dropFirst()
        #expect(table.count == 200)
        // 180 s of the gap are filled with the reading before it.
        let filled = 40 + 180 / 6
        #expect(table.prefix(filled).allSatisfy { !$0[2].isEmpty && !$0[4].isEmpty })
        #expect(
            table.dropFirst(filled + 1).prefix(100 - filled - 1).allSatisfy { $0.dropFirst().allSatisfy(\.isEmpty) })
        let strict = try predict(["--input", "meter.csv", "--output", "p.csv", "--fill-limit", "0"])
        #expect(strict.status == 0, "\(strict.errors)")
        let rest: [[String]] = Array(rows(try text("p.csv")).dropFirst().prefix(40))
        #expect(rest.allSatisfy { !$0[2].isEmpty })
        #expect(rest.allSatisfy { $0[4].isEmpty })
    }

    @Test("puts a meter of another sampling period on the model's")
    func resampling() throws {
        try writeMeter(1200, every: 1)
        let outcome = try predict(
            ["--input", "meter.csv", "--output", "p.csv", "--appliance", "kettle", "--on-threshold", "kettle=1"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let table = rows(try text("p.csv"))
        #expect(table[0].count == 4 && table.count == 201)
        let kettle: [Float] = table.dropFirst().compactMap { Float($0[2]) }
        let states: [Bool] = table.dropFirst().map { $0[3] == "1" }
        #expect(states == kettle.map { $0 >= 1 })
        #expect(outcome.errors.contains("from 1 W"))
    }

    @Test("takes a model file, whose appliance and window it knows")
    func file() throws {
        try writeMeter(200)
        let outcome = try Program.run(
            [
                "predict", "--model", "output/a/model-fridge.safetensors", "--input", "meter.csv", "--output", "p.csv",
            ], in: houses.folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(rows(try text("p.csv"))[0] == ["time", "aggregate", "fridge_prediction", "fridge_on"])
    }

    /// What is refused, with which exit code and words.
    struct Refusal: Sendable, CustomTestStringConvertible {
        let options: [String]
        let status: Int32
        let words: [String]

        init(_ options: [String], _ status: Int32, _ words: [String]) {
            self.options = options
            self.status = status
            self.words = words
        }

        var testDescription: String { options.joined(separator: " ") }
    }

    static let refusals: [Refusal] = [
        Refusal(["--input", "none.csv"], 66, ["none.csv"]),
        Refusal(["--input", "meter.csv", "--appliance", "oven"], 64, ["no model for oven", "kettle, fridge"]),
        Refusal(["--input", "meter.csv", "--on-threshold", "oven=5"], 64, ["oven", "kettle, fridge"]),
        Refusal(["--input", "meter.csv", "--csv-aggregate", "x"], 64, ["--csv-aggregate x"]),
        Refusal(["--input", "meter.csv", "--from", "2015-02-30"], 64, ["--from 2015-02-30"]),
        Refusal(["--data", "ukdale:uk"], 64, ["--test-houses", "1, 2"]),
        Refusal(["--data", "ukdale:uk", "--test-houses", "7"], 65, ["no house 7"]),
        Refusal(["--data", "synthetic"], 64, ["--input"]),
    ]

    @Test("refuses what it can't do, and leaves what was there", arguments: refusals)
    func refusal(_ refusal: Refusal) throws {
        try writeMeter(20)
        try Data("old".utf8).write(to: URL(fileURLWithPath: houses.folder("p.csv")))
        let outcome = try predict(refusal.options + ["--output", "p.csv", "-q"])
        #expect(outcome.status == refusal.status && outcome.errorLines.count == 1, "\(outcome.errors)")
        for word in refusal.words { #expect(outcome.errors.contains(word), "\(outcome.errors)") }
        #expect(try text("p.csv") == "old")
    }

    @Test("says when nothing is long enough to predict, and when there is neither meter nor model")
    func nothing() throws {
        try writeMeter(20)
        let short = try predict(["--input", "meter.csv", "--output", "p.csv", "-q"])
        #expect(short.status == 65 && short.errors.contains("window of 32 rows"), "\(short.errors)")
        #expect(!FileManager.default.fileExists(atPath: houses.folder("p.csv")))
        let none = try predict(["--output", "p.csv"])
        #expect(none.status == 64 && none.errors.contains("--input METER.csv"))
        let model = try Program.run(
            ["predict", "--model", "nowhere", "--input", "meter.csv", "--output", "p.csv"], in: houses.folder)
        #expect(model.status == 66 && model.errors.contains("nowhere"))
    }
}
