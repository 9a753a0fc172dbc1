import Datasets
import Plots
import Runs
import Scoring
import Support
import Testing

@testable import Pages

@Suite("One energy")
struct OneEnergyTests {
    /// Three days of a fridge every minute, with a gap, predicted with what profiles change: a few watts while it is off,
    /// 30 W where a threshold is 50, and more than a fridge can draw.
    private static func evaluation(_ profile: MetricProfile) throws -> ApplianceEvaluation {
        let rows = 3 * 1440 - 300
        var truth = (0..<rows).map { row -> Float in row % 90 < 30 ? 95 : row % 90 < 40 ? 3 : row % 90 == 50 ? 4000 : 0
        }
        let prediction = (0..<rows).map { row -> Float in
            row % 90 < 25 ? 88.5 : row % 90 < 60 ? 12.25 : row % 90 < 70 ? 30 : row % 90 == 71 ? 5000 : 2
        }
        for row in 700..<760 { truth[row] = .nan }
        let segment = Segment(
            house: "house_1", start: 1_364_500_000, period: 60, aggregate: truth.map { $0 + 200 }, truth: truth)
        let data = ApplianceData(appliance: "fridge", train: [segment], test: [segment])
        let learnt = try BaselineFit(
            fittedTo: data.train, kind: Appliances.kind(named: "fridge"), source: .modelsTrainingData,
            timeZone: "Europe/London")
        return ApplianceEvaluation(
            data: data, predictions: [prediction], window: 60, shown: 60,
            scoring: try Scoring(
                profile: profile, appliances: [data], fits: [learnt], timeZone: "Europe/London"))
    }

    private static func isNear(_ first: Double, _ second: Double) -> Bool {
        abs(first - second) <= 1e-9 * max(1, abs(second))
    }

    @Test(
        "metrics, days, ledger, figures and windows say the same energy, whatever the profile",
        arguments: [MetricProfile.standard, .kelly, .bert4nilm, .nilmformer, .nilmformerREFIT, .nilmtk])
    func everyPlace(profile: MetricProfile) throws {
        let evaluation = try Self.evaluation(profile)
        var results = try SamplePage.results()
        results.run.data.timeZone = "Europe/London"
        results.appliances = [evaluation.result]
        results.windows = evaluation.windows
        results.attention = []
        // As a run's folder is read: predictions.csv has the powers as they were predicted.
        let contents = RunContents(results: results, series: evaluation.series, attention: [:])
        let metrics = evaluation.result.metrics
        let percent = try #require(metrics[.energyErrorPercent])
        let byDay = try #require(evaluation.result.byDay)
        let clock = try #require(LocalClock(zone: "Europe/London"))
        let ledger = EnergyLedger(of: contents.series, clock: clock) { _ in byDay }
        let total = try #require(ledger.totals.first)
        let truth = try #require(total.truthKWh)
        #expect(Self.isNear(100 * (total.predictionKWh - truth) / truth, percent))

        #expect(ledger.days.map(\.truthKWh) == byDay.map(\.truthKwh))
        #expect(ledger.days.map(\.predictionKWh) == byDay.map(\.predictionKwh))
        // Worked out from the rows, without results.json, it is the same.
        let alone = EnergyLedger(of: contents.series, clock: clock)
        for (day, score) in zip(alone.days, byDay) {
            #expect(Self.isNear(day.truthKWh ?? 0, score.truthKwh))
            #expect(Self.isNear(day.predictionKWh, score.predictionKwh))
        }
        let errors = byDay.reduce(0) { $0 + abs($1.predictionKwh - $1.truthKwh) }
        #expect(Self.isNear(errors / (Double(evaluation.result.n * 60) / 86_400), metrics[.dailyEnergyMaeKwh] ?? 0))

        let figure = try #require(try Figures.energy(contents).first?.figure)
        let words =
            "true \(NumberText.significant(truth)) kWh, predicted \(NumberText.significant(total.predictionKWh)) kWh"
        #expect(figure.description.english.contains(words), "\(figure.description.english)")

        let scores = try #require(evaluation.result.errors?.worstWindows)
        #expect(!contents.results.windows.isEmpty)
        for window in contents.results.windows {
            let energy = try #require(
                contents.rows(of: window).flatMap { EnergyLedger(of: [$0], clock: nil).totals.first })
            let figure = try #require(
                try Figures.windows(contents).compactMap(\.figure).first { $0.window == window.id })
            #expect(
                figure.description.english.contains(
                    "energy \(NumberText.significant(energy.truthKWh ?? 0)) kWh true, "
                        + "\(NumberText.significant(energy.predictionKWh)) kWh predicted"),
                "\(figure.description.english)")
            guard let score = scores.first(where: { $0.start == window.start }) else { continue }
            #expect(Self.isNear(energy.truthKWh ?? 0, score.truthKwh))
            #expect(Self.isNear(energy.predictionKWh, score.predictionKwh) && Self.isNear(window.maeW, score.maeW))
        }
        let hours = try #require(evaluation.result.byHour)
        #expect(Self.isNear(hours.reduce(0) { $0 + $1.predictionKwh }, total.predictionKWh))
        let blocks = try #require(evaluation.result.blocks).scores
        #expect(Self.isNear(blocks.reduce(0) { $0 + $1.predictionW } * 60 / 3.6e6, total.predictionKWh))
    }

    @Test("a profile that changes powers changes the energy, so that the test above can fail")
    func profilesDiffer() throws {
        let percents = try [MetricProfile.standard, .bert4nilm, .nilmformer].map {
            try Self.evaluation($0).result.metrics[.energyErrorPercent] ?? 0
        }
        #expect(Set(percents).count == 3)
    }
}
