import Foundation
import Runs
import TestSupport
import Testing

@Suite("--share")
struct ShareTests {
    /// Whether some bytes are in a file's bytes.
    private static func holds(_ data: Data, _ text: String) -> Bool { data.range(of: Data(text.utf8)) != nil }

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
        let today = Date().formatted(.iso8601.year().month().day())
        let day = UTCTime(seconds: Int(Date().timeIntervalSince1970)).iso8601.prefix(10)
        let traces = [
            houses.folder.path, houses.folder("uk"), "ukdale:/", ProcessInfo.processInfo.hostName, today, String(day),
            String(day.replacing("-", with: "")), "2015-02", "Feb 2015", ", Linux ", String(Houses.start),
            "Europe/London",
        ].filter { $0.count > 3 && $0 != "localhost" }
        let (open, shared) = (
            try files(in: houses.folder("output/open")), try files(in: houses.folder("output/shared"))
        )
        #expect(shared.count == open.count)
        // The same search finds them in the run that is not shared.
        #expect(traces.count { trace in open.values.contains { Self.holds($0, trace) } } >= 7)
        for (name, data) in shared {
            for trace in traces { #expect(!Self.holds(data, trace), "\(trace) in \(name)") }
            let text = String(decoding: data, as: UTF8.self)
            #expect(!text.contains(/\b14247\d{5}\b/), "a time of the data in \(name)")
        }
        let page = String(decoding: try #require(shared["report.html"]), as: UTF8.self)
        #expect(page.contains("Left out to share the run: real dates"))
        let verified = try Program.run(["verify", "output/shared"], in: houses.folder)
        #expect(verified.status == 0, "\(verified.errors)")
    }

    @Test("changes no score, and begins on the same day of the week") func scores() throws {
        let houses = try Houses()
        #expect(try Self.build(houses, "open", []).status == 0)
        #expect(try Self.build(houses, "shared", ["--share"]).status == 0)
        func results(_ id: String) throws -> Results {
            try ResultsFile.read(path: houses.folder("output/\(id)/results.json"))
        }
        let (open, shared) = (try results("open"), try results("shared"))
        #expect(open.appliances.map(\.metrics) == shared.appliances.map(\.metrics))
        #expect(open.run.data.sha256 == shared.run.data.sha256 && shared.run.created == "2001-01-01T00:00:00Z")
        let starts = shared.run.data.parts.map(\.start)
        #expect(zip(open.run.data.parts, starts).allSatisfy { ($0.start - $1) % 604_800 == 0 })
        #expect(starts.allSatisfy { (978_307_200..<978_912_000).contains($0) })
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
