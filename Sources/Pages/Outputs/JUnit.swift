import Runs
import Support

/// junit.xml: one test case a gate and appliance, and one a metric that is held against the baseline run, for CI systems
/// that list tests.
package enum JUnit {
    package static let name = "junit.xml"

    package static func text(of results: Results) -> String {
        let findings = CheckFindings(of: results)
        let obstacles = results.baseline?.obstacles ?? []
        let count = findings.cases.count + obstacles.count
        let failures = findings.cases.count { $0.isFailure }
        let counts =
            "tests=\"\(count)\" failures=\"\(failures)\" errors=\"\(obstacles.count)\" skipped=\"0\" time=\"0\""
        var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites \(counts)>\n"
        xml +=
            "<testsuite name=\"nilm-report \(text(results.run.id))\" timestamp=\"\(text(results.run.created))\" "
            + "\(counts)>\n"
        for finding in findings.cases {
            xml += "<testcase classname=\"\(text(finding.subject))\" name=\"\(text(finding.title))\" time=\"0\">"
            xml +=
                finding.isFailure
                ? "<failure message=\"\(text(finding.text))\"/>" : "<system-out>\(text(finding.text))</system-out>"
            xml += "</testcase>\n"
        }
        for obstacle in obstacles {
            xml +=
                "<testcase classname=\"baseline\" name=\"comparable with \(text(results.baseline?.run ?? ""))\" "
                + "time=\"0\">"
            xml += "<error message=\"Not comparable: \(text(obstacle.english))\"/></testcase>\n"
        }
        return xml + "</testsuite>\n</testsuites>\n"
    }

    private static func text(_ text: String) -> String { Escaping.xml.escape(text) }
}
