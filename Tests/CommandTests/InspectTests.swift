import Foundation
import TestSupport
import Testing

@Suite("inspect")
struct InspectTests {
    private func inspect(_ houses: Houses, _ options: [String]) throws -> Program.Outcome {
        try Program.run(["inspect", "--data", "ukdale:uk"] + options, in: houses.folder)
    }

    @Test("says what is there on standard output, and writes JSON and a page where asked")
    func outputs() throws {
        let houses = try Houses([1, 2])
        let outcome = try inspect(houses, ["--json", "a.json", "--html", "a.html"])
        #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
        for text in ["house 1", "house 2", "kettle", "channel_3.dat", "Uses", "Europe/London"] {
            #expect(outcome.output.contains(text), "\(text)")
        }
        #expect(!outcome.output.contains("\u{1B}"))
        let root = try #require(
            JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: houses.folder("a.json"))))
                as? [String: Any])
        #expect((root["houses"] as? [Any])?.count == 2)
        #expect(try String(contentsOfFile: houses.folder("a.html"), encoding: .utf8).hasSuffix("</html>\n"))
        // Nothing but the files that were asked for.
        #expect(try names(in: houses.folder.path) == ["a.html", "a.json", "uk"])
    }

    @Test("says a name to ask for once, however many meters have it") func namesOnce() throws {
        let houses = try Houses()
        try houses.write("1 aggregate\n2 oven\n3 Oven\n", to: "labels.dat")
        let outcome = try inspect(houses, [])
        #expect(outcome.output.contains("Names to ask for\n  oven (Oven)\n"), "\(outcome.output)")
        try houses.write("1 aggregate\n2 oven\n3 oven\n", to: "labels.dat")
        #expect(try inspect(houses, []).output.contains("Names to ask for\n  oven\n"))
    }

    @Test("gives JSON alone where it goes to standard output")
    func json() throws {
        let houses = try Houses()
        let outcome = try inspect(houses, ["--json", "-", "--appliance", "fridge", "--train-houses", "1"])
        #expect(outcome.status == 0)
        let root = try #require(JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        let found = try #require(root["houses"] as? [[String: Any]])
        let meters = try #require(found[0]["meters"] as? [[String: Any]])
        #expect(meters.map { $0["name"] as? String } == ["aggregate", "fridge"])
    }

    @Test("looks at synthetic data where none are named, and at a meter alone")
    func others() throws {
        let folder = try TemporaryFolder()
        let synthetic = try Program.run(
            ["inspect"], in: folder, environment: ["NILM_REPORT_SYNTHETIC_WINDOWS": "2,1,1"])
        #expect(synthetic.status == 0 && synthetic.output.contains("pulse"), "\(synthetic.errors)")
        try Data("time,power\n1424736000,5\n1424736006,7\n".utf8).write(to: URL(fileURLWithPath: folder("m.csv")))
        let meter = try Program.run(["inspect", "--data", "csv:m.csv"], in: folder)
        #expect(meter.status == 0 && meter.output.contains("whole house's power only"), "\(meter.errors)")
    }

    @Test("names a damaged channel with its line after all that could be read, with exit code 65")
    func damaged() throws {
        let houses = try Houses([1, 2])
        try houses.edit("channel_2.dat", house: 2) { $0[7] = "what is this" }
        let outcome = try inspect(houses, [])
        #expect(outcome.status == 65)
        #expect(outcome.errors.hasPrefix("error: uk/house_2/channel_2.dat:8: "), "\(outcome.errors)")
        #expect(outcome.output.contains("house 1") && outcome.output.contains("Problems"))
    }

    @Test(
        "refuses what it can't look at",
        arguments: [
            (["--data", "ukdale:nowhere"], 66, "nowhere"), (["--data", "nonsense"], 64, "nonsense"),
            (["--data", "ukdale:uk", "--appliance", "ketle"], 65, "did you mean kettle"),
            (["--data", "ukdale:uk", "--train-houses", "7"], 65, "there is no house 7"),
            (["--data", "ukdale:uk", "--html", "no/such/a.html"], 73, "no/such"),
        ] as [([String], Int32, String)])
    func refused(options: [String], status: Int32, words: String) throws {
        let houses = try Houses()
        let outcome = try Program.run(["inspect"] + options, in: houses.folder)
        #expect(outcome.status == status && outcome.output.isEmpty, "\(outcome.errors)")
        #expect(outcome.errors.contains(words), "\(outcome.errors)")
    }
}
