import Foundation
import Runs
import Support
import TestSupport
import Testing

/// Meters that nobody here chose: read seldom, on events, in another unit, net of solar, several in a file.
@Suite("Meters of other kinds")
struct OtherMetersTests {
    private let folder: TemporaryFolder
    private static let start = 1_711_670_400
    /// Options of a run of a second.
    private static let small = [
        "--preset", "quick", "--width", "8", "--heads", "2", "--depth", "1", "--epochs", "1", "--appliance", "kettle",
        "-q",
        "--run-id", "a", "--force",
    ]

    init() throws { folder = try TemporaryFolder() }

    /// Writes a table of times, the whole house and a kettle that draws 2400 W in one of twelve lines.
    private func write(
        every period: Int, lines: Int = 1000, header: String = "time,aggregate,kettle", scale: Double = 1,
        aggregate: (Int) -> Double = { 150 + Double($0 * 37 % 23) }
    ) throws {
        var table = header + "\n"
        for line in 0..<lines {
            let kettle = line % 12 == 5 ? 2400.0 : 0
            table += "\(Self.start + line * period),\((aggregate(line) + kettle) * scale),\(kettle * scale)\n"
        }
        try Data(table.utf8).write(to: URL(fileURLWithPath: folder("meter.csv")))
    }

    private func build(_ options: [String] = []) throws -> Program.Outcome {
        try Program.run(["build", "--data", "csv:meter.csv"] + Self.small + options, in: folder)
    }

    private func results() throws -> Results { try RunFolder(path: folder("output/a")).results() }

    @Test("give the period of their readings, which config.yaml has", arguments: [(60, 60), (300, 300), (1790, 1800)])
    func period(sampling: Int, period: Int) throws {
        try write(every: sampling)
        let outcome = try build(["--on-thresholds", "kettle=1000"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let data = try results().run.data
        #expect(data.periodS == period && data.houses?[0].meters[0].samplingS == sampling)
        let configuration = try String(contentsOfFile: folder("output/a/config.yaml"), encoding: .utf8)
        #expect(configuration.contains("\nperiod: \(period)\n"))
        #expect(configuration.contains("\nwindow: \(period == 60 ? 128 : 64)\n"))
    }

    @Test("whose rows average an appliance away are said to, and do not pass")
    func averaged() throws {
        try write(every: 300)
        let outcome = try build()
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains("kettle is on for about 150 s at a time and a row is 300 s long"))
        #expect(try results().notices.contains { $0.kind == .doubtfulData && $0.appliance == "kettle" })
        #expect(outcome.output.contains("WARN") || outcome.output.contains("FAIL"))
        let half = try build(["--period", "1800", "--window", "8"])
        #expect(half.status == 65 && half.errors.contains("--on-thresholds kettle="), "\(half.errors)")
    }

    @Test("that are read too seldom for the rows asked for, or for a model, are refused with their sampling")
    func tooFine() throws {
        try write(every: 60)
        #expect(try build().status == 0)
        try write(every: 300)
        let outcome = try build(["--period", "60", "--run-id", "b"])
        #expect(outcome.status == 64 && outcome.errors.contains("is read every 300 s"), "\(outcome.errors)")
        let predicted = try Program.run(
            ["predict", "--model", "output/a", "--input", "meter.csv", "--output", "p.csv"], in: folder)
        #expect(predicted.status == 65)
        #expect(
            predicted.errors.contains(
                "column aggregate is read every 300 s, which is too coarse for the model: its samples are 60 s apart"))
    }

    @Test("of another unit than the model's are said to be, and so is a house that never draws 10 W")
    func otherUnit() throws {
        try write(every: 60)
        #expect(try build().status == 0)
        try write(every: 60, scale: 0.001)
        let predicted = try Program.run(
            ["predict", "--model", "output/a", "--input", "meter.csv", "--output", "p.csv"], in: folder)
        #expect(predicted.status == 0)
        #expect(predicted.errors.contains("where the model learnt from up to 2572.0 W"), "\(predicted.errors)")
        let scored = try Program.run(
            ["inspect", "--data", "csv:meter.csv"], in: folder)
        #expect(scored.output.contains("The whole house draws 2.57 W at most in aggregate (column aggregate)"))
        let built = try build(["--on-thresholds", "kettle=1"])
        #expect(built.status == 0 && !built.output.contains("PASS"))
        #expect(
            try results().notices.contains { $0.kind == .doubtfulData && $0.said.english.contains("--csv-unit kW") })
    }

    @Test("of which a rule takes more than a hundredth of the rows are said to, with the rule's setting")
    func leftOut() throws {
        try write(every: 60, lines: 2000) { $0 % 40 == 0 ? 150_000 : 150 + Double($0 * 37 % 23) }
        let outcome = try build(["--fill-limit", "300"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let notice = try #require(try results().notices.first { $0.kind == .leftOut })
        #expect(
            notice.said.english.contains("50 of 2000 (2.5 %)") && notice.said.english.contains("(aggregate_limit)"),
            "\(notice.said.english)")
        #expect(outcome.errors.contains(notice.said.english))
        let page = try String(contentsOfFile: folder("output/a/report.html"), encoding: .utf8)
        let summary = try String(contentsOfFile: folder("output/a/summary.md"), encoding: .utf8)
        for text in [page, summary] { #expect(text.contains("50 of 2000 (2.5 %)")) }
    }

    @Test("may come through a pipe, of which nothing is lost")
    func pipe() throws {
        try write(every: 60)
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = [
            "-c", "cat meter.csv | \"$0\" inspect --data csv:- --json piped.json > text.txt",
            try Program.executable().path,
        ]
        shell.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        try shell.run()
        shell.waitUntilExit()
        #expect(shell.terminationStatus == 0)
        let direct = try Program.run(["inspect", "--data", "csv:meter.csv", "--json", "-"], in: folder)
        let piped = try String(contentsOfFile: folder("piped.json"), encoding: .utf8)
        func readings(_ text: String) -> Substring? {
            text.split(separator: "\n").first { $0.contains("\"readings\"") }
        }
        #expect(readings(piped) != nil && readings(piped) == readings(direct.output))
    }

    @Test("have the zone of days that is asked for, and synthetic data have none")
    func timeZone() throws {
        let houses = try Houses()
        let outcome = try Program.run(
            ["inspect", "--data", "ukdale:uk", "--time-zone", "Asia/Tokyo"], in: houses.folder)
        #expect(outcome.status == 0 && outcome.output.contains("times of Asia/Tokyo"))
        let synthetic = try Program.run(["build", "--preset", "quick", "--time-zone", "Asia/Tokyo"], in: folder)
        #expect(synthetic.status == 64 && synthetic.errors.contains("leave --time-zone out"))
    }

    @Test("train each appliance on the houses that have it, and say which lack it")
    func lackingHouses() throws {
        let houses = try Houses([1, 2, 3])
        try houses.write("1 aggregate\n2 kettle\n", to: "labels.dat", house: 2)
        let run = ["build", "-q", "--run-id", "a", "--appliance", "kettle,fridge"] + Houses.small
        let outcome = try Program.run(run + ["--train-houses", "1,2,3"], in: houses.folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let results = try RunFolder(path: houses.folder("output/a")).results()
        func trained(_ appliance: String) -> [String] {
            results.run.data.parts.filter { $0.appliance == appliance && $0.part == .train }.map(\.house)
        }
        #expect(trained("kettle") == ["house_1", "house_2", "house_3"] && trained("fridge") == ["house_1", "house_3"])
        #expect(
            results.notices.contains {
                $0.appliance == "fridge" && $0.said.english.contains("fridge is not in house 2")
            })
        let refused = try Program.run(
            run + ["--train-houses", "1", "--test-houses", "2", "--force"], in: houses.folder)
        #expect(refused.status == 65 && refused.errors.contains("house 2 has no fridge"), "\(refused.errors)")
    }

    @Test("imported with predictions that are normalised still do not pass")
    func normalised() throws {
        var table = "time,aggregate,kettle_truth,kettle_prediction\n"
        for line in 0..<600 {
            let kettle = line % 12 == 5 ? 2400.0 : 0
            table += "\(Self.start + 60 * line),\(kettle + 150),\(kettle),\(kettle / 3000 + 0.01)\n"
        }
        try Data(table.utf8).write(to: URL(fileURLWithPath: folder("p.csv")))
        let outcome = try Program.run(["import", "p.csv", "--run-id", "a"], in: folder)
        #expect(outcome.status == 0 && !outcome.output.contains("PASS"))
        #expect(outcome.errors.contains("they may be normalised still"), "\(outcome.errors)")
    }
}
