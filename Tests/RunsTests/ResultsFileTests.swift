import Datasets
import Foundation
import Runs
import Support
import TestSupport
import Testing

@Suite("results.json") struct ResultsFileTests {
    private static func sample() throws -> Results {
        try ResultsFile.decode(Array(SampleRun.results.utf8), path: "results.json")
    }

    @Test("the first schema's file is read") func read() throws {
        let results = try Self.sample()
        #expect(results.run.id == "20261122T111003Z-a1b2c3")
        #expect(results.run.data.periodS == 60)
        #expect(results.appliances[0].metrics[.energyErrorPercent] == -4.75)
        #expect(results.appliances[0].metrics[.maeOnW] == 310.0625)
        #expect(results.appliances[0].baselines.zero.reason(for: .f1) == "nothing was predicted on")
        #expect(results.appliances[1].skill == nil)
        #expect(results.training?.epochs[2].trainLoss == nil)
        #expect(results.attention[1].scale == .coarse)
    }

    @Test("a sentence of the first schema is shown as it stands, and written again it has no more than that")
    func firstSchema() throws {
        let results = try Self.sample()
        #expect(results.notices[0].said.text == Text(verbatim: "MAE 1.5 W, predicting zero has 0 W."))
        #expect(results.windows[0].rule.text.spanish == "first of 3 windows with an event")
        let written = String(decoding: try ResultsFile.bytes(of: results), as: UTF8.self)
        #expect(written.contains("nilm-report/results/2") && !written.contains("\"message\""))
    }

    @Test("a sentence stands in English beside what it is made of, and is said in any language when it is read again")
    func sentences() throws {
        var results = try Self.sample()
        let source = BaselinesSource.trainingPart(places: [
            .init(house: "house_1", first: "2013-05-20", last: "2013-08-01")
        ])
        let share = try #require(LeftOut.Share(12, of: 340))
        let messages: [NoticeMessage] = [
            .worseThanBaseline(
                appliance: "kettle", maeW: 9.5, baseline: .edges, baselineW: 8.25, source: Said(source)),
            .leftOut(message: .stuck(share: share, house: "house_1", limitS: 600)), .smoke,
            .notANumber(appliance: "kettle", step: 412, keptEpoch: 3),
            .doubt(message: .drawsLittle(meter: .init("house_1", sources: ["column total"]), mostW: 2.35)),
        ]
        results.notices = messages.map(Notice.init)
        results.schema = Results.currentSchema
        let bytes = try ResultsFile.bytes(of: results)
        let again = try ResultsFile.decode(bytes, path: "r.json")
        #expect(again == results && again.notices.map(\.said.message) == messages)
        #expect(
            again.notices[0].said.text.spanish.hasSuffix(
                "Se ajusta a los datos de entrenamiento: casa 1 (del 2013-05-20 al 2013-08-01)."))
        let text = String(decoding: bytes, as: UTF8.self)
        for part in [
            "\"not_a_number\" : {", "\"kept_epoch\" : 3", "\"text\" : \"Training of kettle stopped at step 412",
        ] {
            #expect(text.contains(part), "\(part)")
        }
    }

    @Test("a message that is not known, as a later version may have, is shown in English") func laterMessage() throws {
        var results = try Self.sample()
        results.notices = [Notice(.smoke)]
        let text = String(decoding: try ResultsFile.bytes(of: results), as: UTF8.self)
        let later = text.replacing("\"smoke\" : {", with: "\"smoking\" : {")
        #expect(later != text)
        let read = try ResultsFile.decode(Array(later.utf8), path: "r.json").notices[0].said
        #expect(read.message == nil && read.text.spanish == NoticeMessage.smoke.text.english)
    }

    @Test("no number of a message is too large to be said") func largeNumbers() throws {
        let (most, least) = (Int.max, Int.min)
        let messages: [NoticeMessage] = [
            .alwaysOn(appliance: "kettle", on: most, of: most), .alwaysOn(appliance: "kettle", on: least, of: 0),
            .aggregateBelowZero(appliance: nil, rows: most, of: 0),
            .worseThanZero(appliance: "kettle", maeW: 1e300, zeroW: -1e300),
        ]
        for message in messages { #expect(!message.text.spanish.isEmpty) }
        let share = try JSONDecoder().decode(
            LeftOut.Share.self, from: Data(#"{"count": 9223372036854775807, "all": 0}"#.utf8))
        #expect(!LeftOut.notLater(share: share, house: "1").text.isEmpty)
    }

    @Test("written and read again it is the same, and the same bytes") func roundTrip() throws {
        var results = try Self.sample()
        results.schema = Results.currentSchema
        let bytes = try ResultsFile.bytes(of: results)
        let again = try ResultsFile.decode(bytes, path: "results.json")
        #expect(again == results)
        #expect(try ResultsFile.bytes(of: again) == bytes)
    }

    @Test("a file of more appliances, windows or maps than any run has is refused with the bound") func sizes() throws {
        func refused(_ change: (inout Results) -> Void) throws -> String? {
            var results = try Self.sample()
            change(&results)
            let bytes = try ResultsFile.bytes(of: results)
            do {
                _ = try ResultsFile.decode(bytes, path: "results.json")
                return nil
            } catch {
                return "\(error)"
            }
        }
        func appliances(_ count: Int) throws -> String? {
            try refused { results in
                let one = results.appliances[1]
                results.appliances = (0..<count).map { index in
                    var appliance = one
                    appliance.name = "a\(index)"
                    return appliance
                }
            }
        }
        #expect(try appliances(1000) == nil)
        #expect(try appliances(1001)?.contains("the key appliances has 1001 appliances, and at most 1000") == true)
        func windows(_ count: Int, names: Int) throws -> String? {
            try refused { results in
                let one = results.windows[0]
                results.windows = (0..<count).map { index in
                    var window = one
                    window.appliance = "a\(index % names)"
                    return window
                }
            }
        }
        #expect(try windows(50, names: 1) == nil)
        #expect(try windows(51, names: 1)?.contains("the key windows has 51 of one appliance, and at most 50") == true)
        #expect(try windows(1001, names: 1001)?.contains("the key windows has 1001 appliances") == true)
        let maps = try refused { $0.attention = Array(repeating: $0.attention[0], count: 10_001) }
        #expect(maps?.contains("the key attention has 10001 maps, and at most 10000") == true)
    }

    @Test("keys are sorted and in snake case; what is not defined is null with a reason") func keys() throws {
        var results = try Self.sample()
        results.training = nil
        let text = String(decoding: try ResultsFile.bytes(of: results), as: UTF8.self)
        #expect(text.contains(#""training" : null"#))
        #expect(text.contains(#""skill" : null"#))
        #expect(text.contains(#""energy_error_percent" : "the true energy is zero""#))
        #expect(text.contains(#""on_threshold_w" : 2000"#))
        let top = text.split(separator: "\n").filter { $0.hasPrefix("  \"") }.map(String.init)
        #expect(top == top.sorted())
        // One less than a run of this version has: the file is of one that had a single definition of the metrics.
        #expect(top.count == 8 && results.scoring == nil)
        #expect(!text.contains("maeW") && !text.contains("periodS"))
    }

    @Test(
        "a missing key is named with its place",
        arguments: [
            (#""n_on" : 3,"#, "appliances[0].n_on"), (#""period_s" : 60,"#, "run.data.period_s"),
            (#""skill" : 0.7997"#, "appliances[0].skill"), (#""steps" : 64"#, "training.steps"),
        ]) func missingKey(text: String, key: String)
    {
        var damaged = SampleRun.results.replacing(text, with: "", maxReplacements: 1)
        // The comma before a last key goes with it.
        damaged = damaged.replacing(/,\s*}/, with: "}")
        #expect(throws: JSONFileError.key(path: "r.json", key: key, problem: "is missing")) {
            try ResultsFile.decode(Array(damaged.utf8), path: "r.json")
        }
    }

    @Test("another schema is named before anything else is read") func otherSchema() {
        let text = #"{"schema": "nilm-report/results/99"}"#
        let error = #expect(throws: JSONFileError.self) {
            try ResultsFile.decode(Array(text.utf8), path: "r.json")
        }
        #expect(error?.description.contains("expected the schema nilm-report/results/2, got") == true)
    }

    @Test("a file cut at any line is refused") func truncated() {
        let lines = SampleRun.results.split(separator: "\n")
        for count in 0..<lines.count - 1 {
            let text = lines[..<count].joined(separator: "\n")
            #expect(throws: JSONFileError.self) { try ResultsFile.decode(Array(text.utf8), path: "r.json") }
        }
    }

    @Test("a number that is not finite is not written") func notFinite() throws {
        var results = try Self.sample()
        results.training?.secondsPerStep = .nan
        let error = #expect(throws: JSONFileError.self) { try ResultsFile.bytes(of: results) }
        #expect(error?.description.contains("training.seconds_per_step") == true)
    }

    @Test("baselines stand under their names, those that were not made with a reason") func baselines() throws {
        var results = try Self.sample()
        var values = MetricValues()
        values.set(.eventF1, to: 0.5)
        values.setUndefined(.dailyEnergyMaeKwh, because: .noClock)
        results.appliances[0].baselines[.edges] = values
        results.appliances[0].baselines.absent = [AbsentBaseline(.hourly, because: .noClock)]
        results.appliances[0].byHour = [HourScore(hour: 0, n: 0, maeW: nil, truthKwh: 0, predictionKwh: 0)]
        results.appliances[0].byDay = [
            DayScore(house: "house_1", date: "2015-03-29", n: 2, maeW: 1, truthKwh: 2, predictionKwh: 3)
        ]
        results.schema = Results.currentSchema
        let bytes = try ResultsFile.bytes(of: results)
        #expect(try ResultsFile.decode(bytes, path: "r.json") == results)
        let text = String(decoding: bytes, as: UTF8.self)
        for key in [
            "edges", "absent", "event_f1", "daily_energy_mae_kwh", "by_hour", "by_day", "truth_kwh", "prediction_kwh",
        ] { #expect(text.contains("\"\(key)\" :"), "\(key)") }
        #expect(text.contains(#""mae_w" : null"#))
    }

    @Test("a file without the baseline that skill is measured against is refused") func noZero() throws {
        var root = try #require(
            JSONSerialization.jsonObject(with: Data(SampleRun.results.utf8)) as? [String: Any])
        var appliances = try #require(root["appliances"] as? [[String: Any]])
        appliances[0]["baselines"] = [String: Any]()
        root["appliances"] = appliances
        let bytes = Array(try JSONSerialization.data(withJSONObject: root))
        #expect(
            throws: JSONFileError.key(path: "r.json", key: "appliances[0].baselines.zero", problem: "is missing")
        ) { try ResultsFile.decode(bytes, path: "r.json") }
    }
}
