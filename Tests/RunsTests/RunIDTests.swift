import Runs
import Support
import Testing

@Suite("Run ids and times") struct RunIDTests {
    @Test(
        "seconds are the UTC date and time that they are",
        arguments: [
            (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"), (951_782_400, "2000-02-29T00:00:00Z"),
            (951_868_800, "2000-03-01T00:00:00Z"), (1_795_345_803, "2026-11-22T11:10:03Z"),
            (4_107_542_399, "2100-02-28T23:59:59Z"), (4_107_542_400, "2100-03-01T00:00:00Z"),
            (1_735_689_599, "2024-12-31T23:59:59Z"), (-86_400, "1969-12-31T00:00:00Z"),
        ]) func time(seconds: Int, text: String)
    {
        #expect(UTCTime(seconds: seconds).iso8601 == text)
    }

    @Test("an id is the time and the configuration's hash") func id() {
        let id = RunID(created: UTCTime(seconds: 1_795_345_803), configuration: "abc")
        #expect(id.text == "20261122T111003Z-ba7816")
    }

    @Test("a chosen id is a plain folder name", arguments: ["a", "run_1.2-3", String(repeating: "x", count: 100)])
    func valid(text: String) throws {
        #expect(try RunID(text).text == text)
    }

    @Test(
        "an id that could leave the folder, hide or be an option is refused",
        arguments: ["", ".", "..", ".a", "a/b", "-a", "latest", "a b", "é", "a\n", String(repeating: "x", count: 101)])
    func invalid(text: String) {
        #expect(throws: RunFolderError.invalidID(text)) { try RunID(text) }
    }
}
