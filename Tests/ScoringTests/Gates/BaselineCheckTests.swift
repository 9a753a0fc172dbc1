import Runs
import Scoring
import Support
import Testing

@Suite("Against an earlier run") struct BaselineCheckTests {
    private static func change(
        _ key: String = "mae_w", from before: Results, to after: Results, _ check: BaselineCheck = BaselineCheck()
    ) throws -> MetricChange {
        try #require(check.comparison(of: after, with: before).changes.first { $0.metric == key })
    }

    @Test("the same run again has no change at all") func same() throws {
        let run = Sample.kettle(errors: Sample.errors(14, mean: 20, spread: 5, seed: 1))
        let comparison = BaselineCheck().comparison(of: run, with: run)
        #expect(comparison.obstacles.isEmpty && comparison.regressions.isEmpty)
        let change = try Self.change(from: run, to: run)
        #expect(change.change == 0 && change.low == 0 && change.high == 0 && change.outcome == .same)
    }

    @Test("an error that is larger on every day is worse, with an interval around the change") func worse() throws {
        let errors = Sample.errors(14, mean: 20, spread: 5, seed: 1)
        let change = try Self.change(
            from: Sample.kettle(errors: errors), to: Sample.kettle(errors: errors.map { $0 + 2 }))
        #expect(change.outcome == .worse && change.decides)
        for value in [change.change, change.low, change.high] {
            let watts = try #require(value)
            #expect(abs(watts - 2) < 1e-9)
        }
        let back = try Self.change(
            from: Sample.kettle(errors: errors.map { $0 + 2 }), to: Sample.kettle(errors: errors))
        #expect(back.outcome == .better)
    }

    @Test("a change within the tolerance is none, however sure") func tolerance() throws {
        let errors = Sample.errors(14, mean: 20, spread: 5, seed: 1)
        let (before, after) = (Sample.kettle(errors: errors), Sample.kettle(errors: errors.map { $0 + 0.45 }))
        #expect(try Self.change(from: before, to: after).outcome == .same)
        var strict = Tolerances(relative: 0)
        try strict.add(parsing: "mae_w=0.4")
        #expect(try Self.change(from: before, to: after, BaselineCheck(tolerances: strict)).outcome == .worse)
        // 5 % of 20 W is more than 0.5 W.
        let loose = BaselineCheck(tolerances: Tolerances(relative: 0.05))
        let more = Sample.kettle(errors: errors.map { $0 + 0.9 })
        #expect(try Self.change(from: before, to: more, loose).outcome == .same)
        #expect(try Self.change(from: before, to: more).outcome == .worse)
    }

    @Test("a change that one day makes is chance, however large") func chance() throws {
        let errors = Sample.errors(14, mean: 20, spread: 5, seed: 1)
        var one = errors
        one[3] += 100
        let change = try Self.change(from: Sample.kettle(errors: errors), to: Sample.kettle(errors: one))
        let amount = try #require(change.change)
        #expect(amount > 7)
        #expect(change.outcome == .same && change.low == 0)
    }

    @Test("of models that differ by chance alone about one in forty is taken for worse") func falseAlarms() throws {
        let alarms = (0..<200).filter { seed in
            let before = Sample.errors(14, mean: 20, spread: 3, seed: UInt64(seed))
            let after = Sample.errors(14, mean: 20, spread: 3, seed: UInt64(1000 + seed))
            let comparison = BaselineCheck(bootstrap: PairedBootstrap(resamples: 400)).comparison(
                of: Sample.kettle(errors: after), with: Sample.kettle(errors: before))
            return !comparison.regressions.isEmpty
        }
        #expect((1...12).contains(alarms.count), "\(alarms.count) of 200")
    }

    @Test("a score that is best high is worse when it falls") func f1() throws {
        let errors = [Double](repeating: 5, count: 8)
        let change = try Self.change(
            "f1", from: Sample.kettle(errors: errors), to: Sample.kettle(errors: errors, missed: 40))
        #expect(change.outcome == .worse && change.decides)
        let (amount, high) = (try #require(change.change), try #require(change.high))
        #expect(amount < -0.2 && high < 0)
    }

    @Test("too few days tell nothing: a warning, and no failure", arguments: [1, 5]) func few(days: Int) throws {
        let errors = [Double](repeating: 5, count: days)
        let (before, after) = (Sample.kettle(errors: errors), Sample.kettle(errors: errors.map { $0 + 50 }))
        let change = try Self.change(from: before, to: after)
        #expect(change.outcome == .undetermined && change.low == nil)
        #expect(change.reason?.english.contains("\(days) blocks") == true)
        #expect(BaselineCheck().comparison(of: after, with: before).regressions.isEmpty)
    }

    @Test("a file without sums by day says so") func noBlocks() throws {
        let after = Sample.kettle(errors: [Double](repeating: 50, count: 8))
        var before = Sample.kettle(errors: [Double](repeating: 5, count: 8))
        before.appliances[0].blocks = nil
        let change = try Self.change(from: before, to: after)
        #expect(change.outcome == .undetermined && change.reason?.english.contains("earlier version") == true)
        before = Sample.kettle(errors: [Double](repeating: 5, count: 8), kind: .window)
        #expect(try Self.change(from: before, to: after).reason?.english.contains("other blocks") == true)
    }

    @Test(
        "other data, period, threshold or samples are not comparable",
        arguments: ["sha256", "period", "threshold", "n", "parts", "appliance"])
    func obstacles(what: String) {
        let after = Sample.kettle(errors: [Double](repeating: 5, count: 8))
        var before = after
        switch what {
        case "sha256": before.run.data.sha256 = "other"
        case "period": before.run.data.periodS = 8
        case "threshold": before.appliances[0].onThresholdW = 1000
        case "n": before.appliances[0].n = 1
        case "parts":
            before.run.data.parts = [
                DataPart(
                    part: .test, house: "house_2", appliance: "kettle", start: 0, end: 6, rows: 1, missingRows: 0,
                    windows: 1, windowsWithGaps: 0)
            ]
        default: before.appliances[0].name = "fridge"
        }
        let comparison = BaselineCheck().comparison(of: after, with: before)
        #expect(comparison.obstacles.count == 1 && comparison.changes.isEmpty)
    }

    @Test("the same rows are paired by day whatever their house is called and their times were moved to")
    func sameRows() {
        let errors = Sample.errors(14, mean: 20, spread: 5, seed: 1)
        var before = Sample.kettle(errors: errors)
        var after = Sample.kettle(errors: errors.map { $0 + 2 })
        before.run.data.sha256 = "of other files"
        for index in errors.indices {
            after.appliances[0].blocks?.scores[index].house = "shared"
            after.appliances[0].blocks?.scores[index].start += 604_800
        }
        #expect(BaselineCheck().comparison(of: after, with: before).obstacles.count == 1)
        (before.appliances[0].scoredSha256, after.appliances[0].scoredSha256) = ("x", "x")
        let comparison = BaselineCheck().comparison(of: after, with: before)
        #expect(comparison.obstacles.isEmpty && comparison.regressions.map(\.metric) == ["mae_w"])
        // Another truth is another day.
        after.appliances[0].blocks?.scores[3].truthW += 1
        #expect(BaselineCheck().comparison(of: after, with: before).changes[0].outcome == .undetermined)
    }

    @Test("an appliance that only one run has is a note") func notes() {
        let after = Sample.kettle(errors: [Double](repeating: 5, count: 8))
        var before = after
        before.appliances.append(before.appliances[0])
        before.appliances[1].name = "fridge"
        let comparison = BaselineCheck().comparison(of: after, with: before)
        #expect(
            comparison.obstacles.isEmpty && comparison.notes.count == 1
                && comparison.notes[0].english.contains("fridge"))
    }

    @Test("a tolerance is a metric and an amount", arguments: ["mae_w", "mae_w=", "mae_w=-1", "mae=1", "mcc=0.1"])
    func badTolerance(text: String) {
        var tolerances = Tolerances()
        #expect(throws: GateError.self) { try tolerances.add(parsing: text) }
    }
}
