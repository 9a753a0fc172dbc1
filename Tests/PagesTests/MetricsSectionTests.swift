import Pages
import Runs
import TestSupport
import Testing

@Suite("The metrics on the page") struct MetricsSectionTests {
    /// The sample run as a version with profiles would leave it: the kettle has edge pairing too, and no hourly mean.
    private static func results() throws -> Results {
        var results = try SamplePage.results()
        var edges = MetricValues()
        edges.set(.maeW, to: 21.4375)
        results.appliances[0].baselines[.edges] = edges
        results.appliances[0].baselines.absent = [AbsentBaseline(.hourly, because: .noClock)]
        results.appliances[0].states = StateDefinition(
            truth: "on above 4 W", prediction: "powers below 5 W are taken as 0; on above 4 W",
            events: "on above 4 W, then times on of less than 12 s count as off", eventToleranceS: 30)
        results.scoring = ScoringDefinition(
            profile: "kelly", source: "Kelly & Knottenbelt 2015", averaging: "pooled over all scored samples",
            events: "An event is a beginning.", formulas: ["sae": "a formula of its own"])
        return results
    }

    private static func section(_ id: String, _ results: Results) throws -> String {
        let html = try Report.render(SamplePage.input(results)).html
        let pattern = try Regex("(?s)<section id=\"\(id)\".*?</section>")
        return String(try #require(html.firstMatch(of: pattern)?.output[0].substring))
    }

    @Test("every baseline has a column in every table, and one that is missing says why") func baselines() throws {
        let html = try Self.section("metrics", Self.results())
        for name in ["the model", "predicting zero", "predicting the training mean", "edge pairing"] {
            #expect(html.contains("MAE of \(name) (W)</th>"), "\(name)")
        }
        #expect(!html.contains("combinatorial"))
        // In the overview, and in the kettle's table: the dishwasher has none.
        #expect(html.matches(of: /data-value="21.4375">/).count == 2)
        #expect(html.matches(of: />Edge pairing<\/th>/).count == 1)
        #expect(html.contains("There is no predicting the mean of the hour: the data have no clock."))
    }

    @Test("profile, states and events are said beside the numbers") func definitions() throws {
        let html = try Self.section("metrics", Self.results())
        #expect(html.contains("kelly: Kelly &amp; Knottenbelt 2015. Metrics are pooled over all scored samples."))
        #expect(html.contains("on in 3 of them. Truth: on above 4 W. Prediction: powers below 5 W are taken as 0; on"))
        #expect(html.contains("(on above 4 W, then times on of less than 12 s count as off), found within 30 s."))
        // The dishwasher's results are of a version that had the threshold only.
        #expect(html.contains("on in 0 of them, that is at 10 W or above."))
    }

    @Test("the method notes have the profile's formulas, and the usual ones where it has none") func formulas() throws {
        let html = try Self.section("methods", Self.results())
        #expect(html.contains("<dd class=\"formula\">a formula of its own</dd>"))
        #expect(html.contains("Σ|p − y| / Σy"))
        #expect(html.contains("An event is a beginning."))
        #expect(html.contains("dish washer: 10 W (Kelly and Knottenbelt 2015)."))
        let old = try Self.section("methods", SamplePage.results())
        #expect(old.contains("|Σp − Σy| / Σy") && !old.contains("Metric profile"))
        #expect(try !Report.render(SamplePage.input()).html.contains("<p></p>"))
    }

    @Test("a power that was found in an unseen house is said, and whether it was taken") func levels() throws {
        var results = try Self.results()
        results.appliances[0].levels = [
            HouseLevel(house: "house_2", levelW: 2952.6, learntW: 2352.9, samples: 2837, share: 0.7546, isUsed: true),
            HouseLevel(house: "house_5", levelW: 1954.1, learntW: 2352.9, samples: 41, share: 0.4, isUsed: false),
        ]
        let html = try Self.section("metrics", results)
        #expect(
            html.contains("trained on house 2. There the aggregate rises at its predicted activations, in 2837 samples")
        )
        #expect(html.contains("(2353 W), in 75 % of them by one level, 2953 W. Predictions at these are set to the"))
        #expect(html.contains("trained on house 5. ") && html.contains("by one level, 1954 W. That is not clear"))
    }

    @Test("every metric has a label, a meaning and a unit of its own") func texts() {
        #expect(Set(Metric.allCases.map(\.label)).count == Metric.allCases.count)
        #expect(Set(Metric.allCases.map(\.fullName)).count == Metric.allCases.count)
        #expect(Set(Metric.allCases.map(\.formula)).count == Metric.allCases.count)
        for metric in Metric.allCases where metric.rawValue.hasSuffix("_w") { #expect(metric.unit == .watts) }
        for metric in Metric.allCases where metric.rawValue.hasSuffix("_kwh") { #expect(metric.unit == .kilowattHours) }
    }
}
