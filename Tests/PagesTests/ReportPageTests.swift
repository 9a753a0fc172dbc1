import Runs
import Testing

@testable import Pages

@Suite("The pages of a run") struct ReportPageTests {
    @Test("are one of up to 12 appliances, and of more an overview and one an appliance") func count() throws {
        var results = try SamplePage.results()
        func pages(_ count: Int) -> [ReportPage] {
            results.appliances = (0..<count).map { index in
                var appliance = results.appliances[0]
                appliance.name = "a\(index)"
                return appliance
            }
            return ReportPage.all(of: results)
        }
        #expect(pages(12) == [.whole])
        #expect(pages(13).count == 14 && pages(13).first == .overview && pages(13).last == .appliance("a12"))
    }

    @Test("a notice of the whole run is on every page, so that no appliance passes where the run does not")
    func notices() throws {
        var contents = try SamplePage.input().contents
        contents.results.gates = []
        contents.results.notices = [Notice(.smoke)]
        let page = ReportPage.appliance(contents.results.appliances[0].name)
        #expect(page.contents(of: contents).results.notices == contents.results.notices)
        #expect(Verdict(of: page.contents(of: contents).results).word != .pass)
        #expect(ReportPage.appliance("another").contents(of: contents).results.appliances.isEmpty)
    }
}
