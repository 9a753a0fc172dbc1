import Foundation
import Runs
import Support
import TestSupport
import Testing

@Suite("--share")
struct ShareTests {
    /// Whether some bytes are in a file's bytes.
    private static func holds(_ data: Data, _ text: String) -> Bool { data.range(of: Data(text.utf8)) != nil }

    /// What a run of these houses could tell: places, names of the machine, days of the data and of now.
    private static func traces(of houses: Houses) -> [String] {
        let today = Date().formatted(.iso8601.year().month().day())
        let day = UTCTime(seconds: Int(Date().timeIntervalSince1970)).iso8601.prefix(10)
        return [
            houses.folder.path, houses.folder("uk"), "ukdale:/", ProcessInfo.processInfo.hostName, today, String(day),
            String(day.replacing("-", with: "")), "2015-02", "Feb 2015", ", Linux ", String(Houses.start),
            "Europe/London",
        ].filter { $0.count > 3 && $0 != "localhost" }
    }

    private static func expectNoTraces(in folder: String, of houses: Houses) throws {
        for (name, data) in try files(in: folder) {
            for trace in traces(of: houses) { #expect(!holds(data, trace), "\(trace) in \(name)") }
            let text = String(decoding: data, as: UTF8.self)
            #expect(!text.contains(/\b1424[67]\d{5}\b/), "a time of the data in \(name)")
        }
    }

    private static func results(_ houses: Houses, _ id: String) throws -> Results {
        try ResultsFile.read(path: houses.folder("output/\(id)/results.json"))
    }

    private static func build(_ houses: Houses, _ id: String, _ options: [String]) throws -> Program.Outcome {
        try Program.run(
            ["build", "-q", "--run-id", id] + Houses.small
                + ["--data", "ukdale:" + houses.folder("uk"), "--appliance", "kettle,fridge", "--from", "2015-02-24"]
                + options, in: houses.folder)
    }

    @Test("leaves no path, no name of the machine and no real date in any file, and says so") func traces() throws {
        let houses = try Houses()
        #expect(try Self.build(houses, "open", []).status == 0)
        let outcome = try Self.build(houses, "shared", ["--share"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let traces = Self.traces(of: houses)
        let (open, shared) = (
            try files(in: houses.folder("output/open")), try files(in: houses.folder("output/shared"))
        )
        #expect(shared.count == open.count)
        // The same search finds them in the run that is not shared.
        #expect(traces.count { trace in open.values.contains { Self.holds($0, trace) } } >= 7)
        try Self.expectNoTraces(in: houses.folder("output/shared"), of: houses)
        let page = String(decoding: try #require(shared["report.html"]), as: UTF8.self)
        #expect(page.contains("Left out to share the run: real dates"))
        let verified = try Program.run(["verify", "output/shared"], in: houses.folder)
        #expect(verified.status == 0, "\(verified.errors)")
    }

    @Test("leaves none when a saved model is scored, on its own data and on others; leaks are said as ever")
    func evaluated() throws {
        let houses = try Houses([1, 2])
        #expect(try Self.build(houses, "open", ["--train-houses", "1"]).status == 0)
        for (id, options) in [("own", []), ("other", ["--test-houses", "2"]), ("seen", ["--split", "20,20,60"])] {
            let arguments = ["evaluate", "output/open", "-q"] + options
            let shared = try Program.run(arguments + ["--run-id", id, "--share"], in: houses.folder)
            #expect(shared.status == 0, "\(shared.errors)")
            try Self.expectNoTraces(in: houses.folder("output/" + id), of: houses)
            let open = try Program.run(arguments + ["--run-id", id + "-open"], in: houses.folder)
            #expect(open.status == 0, "\(open.errors)")
            let (one, two) = (try Self.results(houses, id), try Self.results(houses, id + "-open"))
            #expect(one.appliances.map(\.metrics) == two.appliances.map(\.metrics))
            #expect(one.notices.map(\.kind) == two.notices.map(\.kind))
            #expect(one.notices.contains { $0.kind == .leak } == (id == "seen"))
        }
    }

    @Test("leaves none of imported predictions, of training data and of attention's window") func imported() throws {
        let houses = try Houses()
        func table(_ name: String, from start: Int) throws {
            let lines = (0..<300).map { row in
                let kettle = row % 50 < 9 ? 2000 : 0
                return "\(start + 6 * row),\(kettle + 200),\(kettle),\(kettle / 2)"
            }
            try Data((["time,aggregate,kettle_truth,kettle_prediction"] + lines).joined(separator: "\n").utf8)
                .write(to: URL(fileURLWithPath: houses.folder(name)))
        }
        try table("uk/predicted.csv", from: Houses.start)
        try table("uk/training.csv", from: Houses.start - 90_000)
        let uniform = Safetensors.Tensor(shape: [1, 4, 4], values: [Float](repeating: 0.25, count: 16))
        try Safetensors(
            metadata: ["kettle.start": String(Houses.start + 60), "kettle.steps": "40"],
            tensors: ["kettle/layer0/fine": uniform]
        ).write(to: houses.folder("uk/attention.safetensors"))
        let arguments = [
            "import", houses.folder("uk/predicted.csv"), "--training", houses.folder("uk/training.csv"), "--attention",
            houses.folder("uk/attention.safetensors"), "--time-zone", "Europe/London", "-q",
        ]
        for (id, options) in [("shared", ["--share"]), ("open", [])] {
            let outcome = try Program.run(arguments + options + ["--run-id", id], in: houses.folder)
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        try Self.expectNoTraces(in: houses.folder("output/shared"), of: houses)
        let (shared, open) = (try Self.results(houses, "shared"), try Self.results(houses, "open"))
        #expect(shared.appliances.map(\.metrics) == open.appliances.map(\.metrics))
        #expect(shared.appliances[0].baselines[.mean] == open.appliances[0].baselines[.mean])
        #expect(shared.attention == open.attention && shared.removed != nil)
        let apart = shared.windows.map { $0.start - shared.run.data.parts[0].start }
        #expect(apart == open.windows.map { $0.start - open.run.data.parts[0].start })
    }

    @Test("changes no score, and begins on the same day of the week") func scores() throws {
        let houses = try Houses()
        #expect(try Self.build(houses, "open", []).status == 0)
        #expect(try Self.build(houses, "shared", ["--share"]).status == 0)
        let (open, shared) = (try Self.results(houses, "open"), try Self.results(houses, "shared"))
        #expect(open.appliances.map(\.metrics) == shared.appliances.map(\.metrics))
        #expect(open.run.data.sha256 == shared.run.data.sha256 && shared.run.created == "2001-01-01T00:00:00Z")
        let starts = shared.run.data.parts.map(\.start)
        #expect(zip(open.run.data.parts, starts).allSatisfy { ($0.start - $1) % 604_800 == 0 })
        #expect(starts.allSatisfy { (978_307_200..<978_912_000).contains($0) })
    }

    @Test("of REFIT has NILMFormer's rules for REFIT, as any run of REFIT has", arguments: [[], ["--share"]])
    func refit(options: [String]) throws {
        let folder = try TemporaryFolder()
        var table = "Time,Unix,Aggregate," + (1...9).map { "Appliance\($0)" }.joined(separator: ",") + "\n"
        for row in 0..<1200 {
            let kettle = row % 100 < 20 ? 2600 : 0
            let time = UTCTime(seconds: 1_424_736_000 + 8 * row)
            let text = time.iso8601.replacing("T", with: " ").dropLast()
            table += "\(text),\(1_424_736_000 + 8 * row),\(kettle + 150 + row * 37 % 23),0,0,0,0,0,0,0,\(kettle),0\n"
        }
        try Data(table.utf8).write(to: URL(fileURLWithPath: folder("CLEAN_House2.csv")))
        let outcome = try Program.run(
            ["build", "-q", "--run-id", "a"] + Houses.small + [
                "--data", "refit:" + folder.path, "--appliance", "kettle", "--period", "8", "--metric-profile",
                "nilmformer",
            ] + options, in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let results = try ResultsFile.read(path: folder("output/a/results.json"))
        #expect(results.scoring?.profile == "nilmformer_refit" && results.appliances.first?.onThresholdW == 1000)
    }

    @Test("refuses an earlier run with real dates") func baseline() throws {
        let houses = try Houses()
        #expect(try Self.build(houses, "open", []).status == 0)
        let refused = try Self.build(houses, "shared", ["--share", "--baseline", "output/open"])
        #expect(refused.status == 64 && refused.errors.contains("made with --share, too"))
        #expect(try Self.build(houses, "shared", ["--share"]).status == 0)
        #expect(try Self.build(houses, "again", ["--share", "--baseline", "output/shared"]).status == 0)
    }
}
