import Foundation
import Pages
import Testing

/// Apart and serialised: these change the process's environment.
@Suite("The page and the environment", .serialized) struct DeterminismTests {
    @Test(
        "zone and language of the machine change nothing",
        arguments: [("Asia/Kathmandu", "de_DE.UTF-8"), ("America/St_Johns", "ar_EG.UTF-8"), ("UTC", "C")])
    func environment(zone: String, language: String) throws {
        let reference = try Report.render(SamplePage.input())
        let before = ["TZ", "LANG", "LC_ALL"].map { ($0, ProcessInfo.processInfo.environment[$0]) }
        setenv("TZ", zone, 1)
        setenv("LANG", language, 1)
        setenv("LC_ALL", language, 1)
        tzset()
        setlocale(LC_ALL, "")
        defer {
            for (name, value) in before { if let value { setenv(name, value, 1) } else { unsetenv(name) } }
            tzset()
            setlocale(LC_ALL, "C")
        }
        #expect(try Report.render(SamplePage.input()) == reference)
    }
}
