import Datasets
import Foundation
import Runs
import Testing

@testable import Scoring

/// Fixtures/metrics.json, which Fixtures/make_metrics.py wrote with numpy and scikit-learn.
private struct Fixture: Decodable {
    struct Series: Decodable {
        var house: String
        var start: Int
        var aggregate: [Float]
        var truth: [Float]
        var prediction: [Float]
    }

    struct Scores: Decodable {
        var n_on: Int
        /// null where it is not defined.
        var metrics: [String: Double?]
        /// Samples, mean absolute error, true and predicted kWh; of the default profile only.
        var by_hour: [String: [Double]]?
        var by_day: [String: [Double]]?
    }

    struct Case: Decodable {
        var series: [Series]
        var profiles: [String: Scores]
    }

    var period_s: Int
    var time_zone: String
    var appliance: String
    var cases: [String: Case]

    static func load() throws -> Fixture {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        return try JSONDecoder().decode(
            Fixture.self, from: Data(contentsOf: folder.appending(path: "Fixtures/metrics.json")))
    }

    func evaluation(of name: String, profile: MetricProfile) throws -> (ApplianceResult, Case) {
        let fixture = try #require(cases[name])
        let test = fixture.series.map {
            Segment(house: $0.house, start: $0.start, period: period_s, aggregate: $0.aggregate, truth: $0.truth)
        }
        let data = ApplianceData(appliance: appliance, test: test)
        let evaluation = ApplianceEvaluation(
            data: data, predictions: fixture.series.map(\.prediction), window: 10, shown: 10,
            scoring: try Scoring(
                profile: profile, appliances: [data], fits: learnt([data], timeZone: time_zone), timeZone: time_zone))
        return (evaluation.result, fixture)
    }
}

/// 1e-9 of the value, or of 1 near 0.
private func close(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-9 * max(1, abs(b)) }

@Suite("Metrics against numpy and scikit-learn")
struct MetricFixtureTests {
    private static let cases = ["random", "random again", "never on", "predicting zero", "perfect"]
    private static let profiles: [(key: String, profile: MetricProfile)] = [
        ("default", .standard), ("kelly", .kelly), ("bert4nilm", .bert4nilm), ("nilmformer", .nilmformer),
        ("nilmformer-refit", .nilmformerREFIT), ("nilmtk", .nilmtk),
    ]

    @Test("every metric of every profile is the same to 1e-9", arguments: cases, profiles.map(\.key))
    func metrics(name: String, key: String) throws {
        let profile = try #require(Self.profiles.first { $0.key == key }?.profile)
        let (result, fixture) = try Fixture.load().evaluation(of: name, profile: profile)
        let wanted = try #require(fixture.profiles[key])
        #expect(result.nOn == wanted.n_on)
        #expect(wanted.metrics.count == Metric.allCases.count)
        for metric in Metric.allCases {
            let value = try #require(wanted.metrics[metric.rawValue], "\(metric)")
            switch (result.metrics[metric], value) {
            case (let got?, let value?): #expect(close(got, value), "\(metric): \(got), wanted \(value)")
            case (nil, nil): #expect(result.metrics.reason(for: metric)?.isEmpty == false, "\(metric)")
            case (let got, let value):
                Issue.record("\(metric): \(String(describing: got)), wanted \(String(describing: value))")
            }
        }
    }

    @Test("hours and days are the same, over the change to summer time", arguments: cases)
    func hoursAndDays(name: String) throws {
        let (result, fixture) = try Fixture.load().evaluation(of: name, profile: .standard)
        let wanted = try #require(fixture.profiles["default"])
        let hours = try #require(result.byHour)
        #expect(hours.map(\.hour) == Array(0..<24))
        for hour in hours {
            let row = wanted.by_hour?["\(hour.hour)"] ?? [0, .nan, 0, 0]
            #expect(Double(hour.n) == row[0])
            #expect(hour.n == 0 ? hour.maeW == nil : close(hour.maeW ?? .nan, row[1]))
            #expect(close(hour.truthKwh, row[2]) && close(hour.predictionKwh, row[3]))
        }
        let days = try #require(result.byDay)
        #expect(days.map { "\($0.house)/\($0.date)" } == wanted.by_day?.keys.sorted())
        for day in days {
            let row = try #require(wanted.by_day?["\(day.house)/\(day.date)"])
            #expect(Double(day.n) == row[0] && close(day.maeW, row[1]))
            #expect(close(day.truthKwh, row[2]) && close(day.predictionKwh, row[3]))
        }
    }
}
