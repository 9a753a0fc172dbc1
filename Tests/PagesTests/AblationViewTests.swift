import Runs
import Support
import Testing

@testable import Pages

@Suite("The table of what is lost without attention")
struct AblationViewTests {
    private func view(wholeW: Double = 10, withoutW: Double, mostW: Double = 20, f1: Double = 0.5) throws
        -> AblationView
    {
        var result = try SamplePage.results().appliances[0]
        result.ablations = SamplePage.ablations(wholeW: wholeW, withoutW: withoutW, mostW: mostW, f1: f1)
        return try #require(AblationView(result))
    }

    @Test("has a row for each part, with the change against the whole network")
    func rows() throws {
        let rows = try view(withoutW: 30).rows
        #expect(
            rows.map(\.name.english) == [
                "nothing", "the fine branch", "the coarse branch of 4 steps a key", "all attention",
                "the most attended 4 of 16 blocks of time", "4 of 16 random blocks of time (5 draws, 11 W to 13 W)",
            ])
        #expect(rows.map(\.mae.english) == ["10.0", "12.5", "10.0", "30.0", "20.0", "12.0"])
        #expect(rows.map(\.change.english) == ["", "+25.0", "0.0", "+200.0", "+100.0", "+20.0"])
        #expect(rows.map(\.isReference) == [true, false, false, false, false, false])
        #expect(rows[0].f1.text.english == "0.500")
    }

    @Test(
        "says plainly whether attention matters, and whether where it looks does",
        arguments: [
            (30, 20, 0.5, "costs more than hiding any of the random ones: 20 W against 11 W to 13 W."),
            (30, 13, 0.5, "costs no more than hiding random ones can: 13 W against 11 W to 13 W."),
            (10.1, 20, 0.5, "That changes nothing that matters"), (9.9, 20, 0.5, "That changes nothing that matters"),
            (10.1, 20, 0.4, "costs more than hiding any"), (10.3, 20, 0.5, "costs more than hiding any"),
        ])
    func sentence(withoutW: Double, mostW: Double, f1: Double, wanted: String) throws {
        let text = try view(withoutW: withoutW, mostW: mostW, f1: f1).sentence.english
        #expect(text.hasPrefix("Over 24 windows of kettle, the MAE goes from 10 W to \(withoutW == 30 ? "30" : "")"))
        #expect(text.contains(wanted), "\(text)")
    }

    @Test("random draws that read alike are one number") func alike() throws {
        var result = try SamplePage.results().appliances[0]
        var scores = SamplePage.ablations(wholeW: 10, withoutW: 30, mostW: 20)
        (scores[5].leastMaeW, scores[5].largestMaeW) = (12.001, 12.002)
        result.ablations = scores
        let view = try #require(AblationView(result))
        #expect(view.rows[5].name.english == "4 of 16 random blocks of time (5 draws, 12 W)")
        #expect(view.sentence.english.hasSuffix("20 W against 12 W."))
    }

    @Test("is not there for a run that did not try") func absent() throws {
        #expect(AblationView(try SamplePage.results().appliances[0]) == nil)
    }
}
