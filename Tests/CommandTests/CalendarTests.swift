import Foundation
import Networks
import Runs
import Support
import TestSupport
import Testing

@Suite("A network that is told the time")
struct CalendarTests {
    /// A kettle that is used at 8:00 of each of ten days, every quarter of an hour.
    private func meter(in folder: TemporaryFolder) throws {
        var table = "time,aggregate,kettle\n"
        for row in 0..<960 {
            let kettle = row % 96 == 32 ? 2300 : 0
            table += "\(1_424_649_600 + 900 * row),\(200 + kettle + row % 7),\(kettle)\n"
        }
        try Data(table.utf8).write(to: URL(fileURLWithPath: folder("meter.csv")))
    }

    @Test("keeps what it was asked for and the data hold, says what they don't, and is evaluated as it was trained")
    func build() throws {
        let folder = try TemporaryFolder()
        try meter(in: folder)
        let outcome = try Program.run(
            [
                "build", "--run-id", "a", "--preset", "quick", "--data", "csv:meter.csv", "--appliance", "kettle",
                "--time-zone",
                "Europe/London", "--period", "900", "--window", "32", "--stride", "16", "--epochs", "1", "--calendar",
                "day,week",
            ], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let left = "is not told the place in the week, as calendar asks"
        #expect(outcome.errors.contains(left))
        let results = try ResultsFile.read(path: folder("output/a/results.json"))
        #expect(results.notices.contains { $0.kind == .calendarLeftOut && $0.said.english.contains(left) })
        guard case .nilm(let shape) = try ModelFile(contentsOf: folder("output/a/model.safetensors")).architecture
        else { return #expect(Bool(false), "another network") }
        #expect(shape.calendar == [.day])
        let configuration = try String(contentsOfFile: folder("output/a/config.yaml"), encoding: .utf8)
        #expect(configuration.contains("calendar: [day, week]"))

        let again = try Program.run(["evaluate", "output/a", "--run-id", "b"], in: folder)
        #expect(again.status == 0, "\(again.errors)")
        let scored = try ResultsFile.read(path: folder("output/b/results.json"))
        #expect(scored.appliances.first?.metrics[.maeW] == results.appliances.first?.metrics[.maeW])

        let other = try Program.run(
            ["evaluate", "output/a", "--run-id", "c", "--calendar", "week"], in: folder)
        #expect(other.status == 64)
        #expect(other.errors.contains("the calendar of output/a is day"))
    }

    @Test("is not trained on data without a clock")
    func synthetic() throws {
        let folder = try TemporaryFolder()
        let outcome = try Program.run(
            ["train", "--run-id", "a", "--preset", "quick", "--epochs", "1", "--calendar", "day"], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.errors.contains("is not told the place in the day"))
    }
}
