extension Results {
    /// Refuses numbers that no run can have.
    func check(path: String) throws(JSONFileError) {
        try checkSizes(path: path)
        let check = NumberCheck(path: path)
        try check.count(run.parameters, "run.parameters")
        try run.data.check(check, "run.data")
        for (index, appliance) in appliances.enumerated() { try appliance.check(check, "appliances[\(index)]") }
        try training?.check(check, "training")
        for (index, window) in windows.enumerated() {
            func place() -> String { "windows[\(index)]" }
            try check.time(window.start, place() + ".start")
            try check.positive(window.steps, place() + ".steps")
            try check.size(window.maeW, place() + ".mae_w")
        }
        for (index, map) in attention.enumerated() { try map.check(check, "attention[\(index)]") }
        for (index, gate) in gates.enumerated() { try check.real(gate.value, "gates[\(index)].value") }
        try baseline?.check(check, "baseline")
    }
}

extension DataSummary {
    fileprivate func check(_ check: NumberCheck, _ place: String) throws(JSONFileError) {
        try check.period(periodS, "\(place).period_s")
        for (index, file) in files.enumerated() { try check.bytes(file.bytes, "\(place).files[\(index)].bytes") }
        for (index, part) in parts.enumerated() {
            func key(_ name: String) -> String { "\(place).parts[\(index)]\(name)" }
            try check.times(part.start, part.end, key(""))
            try check.count(part.rows, key(".rows"))
            try check.count(part.missingRows, key(".missing_rows"))
            try check.count(part.windows, key(".windows"))
            try check.count(part.windowsWithGaps, key(".windows_with_gaps"))
        }
        for (index, share) in (asked?.split ?? []).enumerated() {
            try check.size(share, "\(place).asked.split[\(index)]")
        }
        for (index, house) in (houses ?? []).enumerated() { try house.check(check, "\(place).houses[\(index)]") }
        try check.count(leakage?.sharedRows, "\(place).leakage.shared_rows")
        try check.distance(leakage?.distanceS, "\(place).leakage.distance_s")
        for (index, copy) in (leakage?.copies ?? []).enumerated() {
            try check.count(copy.rows, "\(place).leakage.copies[\(index)].rows")
        }
    }
}

extension PreparedHouse {
    fileprivate func check(_ check: NumberCheck, _ place: String) throws(JSONFileError) {
        try check.times(start, end, place)
        try check.count(stuckRows, "\(place).stuck_rows")
        try check.count(stuckSpans, "\(place).stuck_spans")
        try check.count(rowsBelowSum, "\(place).rows_below_sum")
        for (name, count) in [
            ("issues", lines.issues), ("repeated", lines.repeated), ("backward", lines.backward),
            ("in_repeated_hour", lines.inRepeatedHour), ("empty", lines.empty),
        ] { try check.count(count, "\(place).lines.\(name)") }
        try check.seconds(limits.fillLimitS, "\(place).limits.fill_limit_s")
        try check.seconds(limits.stuckLimitS, "\(place).limits.stuck_limit_s")
        try check.limit(limits.applianceLimitW, "\(place).limits.appliance_limit_w")
        try check.limit(limits.aggregateLimitW, "\(place).limits.aggregate_limit_w")
        for (index, meter) in meters.enumerated() {
            func key(_ name: String) -> String { "\(place).meters[\(index)].\(name)" }
            for (name, count) in [
                ("readings", meter.readings), ("glitches", meter.glitches), ("rows", meter.rows),
                ("filled", meter.filled), ("missing", meter.missing), ("gaps", meter.gaps),
            ] { try check.count(count, key(name)) }
            try check.count(meter.rowsOn, key("rows_on"))
            try check.count(meter.rowsOverAggregate, key("rows_over_aggregate"))
            try check.seconds(meter.samplingS, key("sampling_s"))
            try check.seconds(meter.longestGapS, key("longest_gap_s"))
        }
    }
}

extension ApplianceResult {
    fileprivate func check(_ check: NumberCheck, _ place: String) throws(JSONFileError) {
        try check.real(onThresholdW, "\(place).on_threshold_w")
        try check.seconds(states?.eventToleranceS, "\(place).states.event_tolerance_s")
        for (name, rule) in [("truth", states?.truthPowers), ("prediction", states?.predictionPowers)] {
            try check.real(rule?.zeroBelowW, "\(place).states.\(name)_powers.zero_below_w")
            try check.real(rule?.limitW, "\(place).states.\(name)_powers.limit_w")
        }
        try check.positive(windowSteps, "\(place).window_steps")
        try check.count(n, "\(place).n")
        try check.count(nOn, "\(place).n_on")
        try metrics.check(check, "\(place).metrics")
        for baseline in Baseline.allCases {
            try baselines[baseline]?.check(check, "\(place).baselines.\(baseline.rawValue)")
        }
        try check.real(skill, "\(place).skill")
        for (index, hour) in (byHour ?? []).enumerated() {
            func key(_ name: String) -> String { "\(place).by_hour[\(index)].\(name)" }
            try check.within(hour.hour, 0...23, "an hour from 0 to 23") { key("hour") }
            try check.count(hour.n, key("n"))
            try check.real(hour.maeW, key("mae_w"))
            try check.real(hour.truthKwh, key("truth_kwh"))
            try check.real(hour.predictionKwh, key("prediction_kwh"))
        }
        for (index, day) in (byDay ?? []).enumerated() {
            func key(_ name: String) -> String { "\(place).by_day[\(index)].\(name)" }
            try check.count(day.n, key("n"))
            try check.real(day.maeW, key("mae_w"))
            try check.real(day.truthKwh, key("truth_kwh"))
            try check.real(day.predictionKwh, key("prediction_kwh"))
        }
        try errors?.check(check, "\(place).errors")
        for (index, block) in (blocks?.scores ?? []).enumerated() {
            try block.check(check, "\(place).blocks.scores[\(index)]")
        }
        for (index, part) in (ablations ?? []).enumerated() {
            func key(_ name: String) -> String { "\(place).ablations[\(index)].\(name)" }
            try check.positive(part.steps, key("steps"))
            try check.count(part.hidden, key("hidden"))
            try check.count(part.blocks, key("blocks"))
            try check.count(part.repeats, key("repeats"))
            try check.count(part.windows, key("windows"))
            try check.count(part.n, key("n"))
            try check.real(part.maeW, key("mae_w"))
            try check.real(part.f1, key("f1"))
            try check.real(part.leastMaeW, key("least_mae_w"))
            try check.real(part.largestMaeW, key("largest_mae_w"))
        }
        for (index, level) in (levels ?? []).enumerated() {
            func key(_ name: String) -> String { "\(place).levels[\(index)].\(name)" }
            try check.real(level.levelW, key("level_w"))
            try check.real(level.learntW, key("learnt_w"))
            try check.count(level.samples, key("samples"))
            try check.real(level.share, key("share"))
        }
    }
}

extension MetricValues {
    fileprivate func check(_ check: NumberCheck, _ place: String) throws(JSONFileError) {
        for metric in Metric.allCases { try check.real(self[metric], "\(place).\(metric.rawValue)") }
    }
}

extension ErrorAnalysis {
    fileprivate func check(_ check: NumberCheck, _ place: String) throws(JSONFileError) {
        for (name, count) in [
            ("on_as_on", confusion.onAsOn), ("on_as_off", confusion.onAsOff), ("off_as_on", confusion.offAsOn),
            ("off_as_off", confusion.offAsOff),
        ] { try check.count(count, "\(place).confusion.\(name)") }
        for (index, duration) in durations.enumerated() {
            func key(_ name: String) -> String { "\(place).durations[\(index)].\(name)" }
            try check.seconds(duration.fromS, key("from_s"))
            try check.seconds(duration.belowS, key("below_s"))
            try check.count(duration.uses, key("uses"))
            try check.count(duration.found, key("found"))
            try check.real(duration.maeW, key("mae_w"))
            try check.real(duration.truthKwh, key("truth_kwh"))
            try check.real(duration.predictionKwh, key("prediction_kwh"))
        }
        try check.count(falseUses.count, "\(place).false_uses.count")
        try check.count(falseUses.predicted, "\(place).false_uses.predicted")
        try check.seconds(falseUses.seconds, "\(place).false_uses.seconds")
        try check.real(falseUses.predictionKwh, "\(place).false_uses.prediction_kwh")
        for (index, window) in worstWindows.enumerated() {
            func key(_ name: String) -> String { "\(place).worst_windows[\(index)].\(name)" }
            try check.time(window.start, key("start"))
            try check.positive(window.steps, key("steps"))
            try check.real(window.maeW, key("mae_w"))
            try check.real(window.truthKwh, key("truth_kwh"))
            try check.real(window.predictionKwh, key("prediction_kwh"))
        }
    }
}

extension BlockScore {
    fileprivate func check(_ check: NumberCheck, _ place: @autoclosure () -> String) throws(JSONFileError) {
        try check.time(start, place() + ".start")
        try check.count(n, place() + ".n")
        try check.count(onAsOn, place() + ".on_as_on")
        try check.count(onAsOff, place() + ".on_as_off")
        try check.count(offAsOn, place() + ".off_as_on")
        try check.size(absoluteErrorW, place() + ".absolute_error_w")
        try check.size(squaredErrorW2, place() + ".squared_error_w2")
        try check.real(truthW, place() + ".truth_w")
        try check.real(predictionW, place() + ".prediction_w")
    }
}

extension TrainingSummary {
    fileprivate func check(_ check: NumberCheck, _ place: String) throws(JSONFileError) {
        try check.count(steps, "\(place).steps")
        try check.size(secondsPerStep, "\(place).seconds_per_step")
        try check.bytes(peakRssBytes, "\(place).peak_rss_bytes")
        for (index, epoch) in epochs.enumerated() {
            func key(_ name: String) -> String { "\(place).epochs[\(index)].\(name)" }
            try check.positive(epoch.epoch, key("epoch"))
            try check.real(epoch.trainLoss, key("train_loss"))
            try check.real(epoch.valLoss, key("val_loss"))
            try check.real(epoch.valMaeW, key("val_mae_w"))
            try check.real(epoch.valF1, key("val_f1"))
            try check.real(epoch.learningRate, key("learning_rate"))
            try check.size(epoch.seconds, key("seconds"))
        }
        for (index, best) in best.enumerated() {
            try check.count(best.epoch, "\(place).best[\(index)].epoch")
            try check.real(best.zeroMaeW, "\(place).best[\(index)].zero_mae_w")
        }
    }
}

extension AttentionMap {
    fileprivate func check(_ check: NumberCheck, _ place: String) throws(JSONFileError) {
        try check.within(layer, 0...1023, "a layer from 0 to 1023") { "\(place).layer" }
        try check.within(heads, 1...4096, "heads from 1 to 4096") { "\(place).heads" }
        try check.within(cells, 1...65536, "cells from 1 to 65536") { "\(place).cells" }
        try check.within(keys, 1...10_000_000, "keys from 1 to 10000000") { "\(place).keys" }
        try check.positive(steps, "\(place).steps")
        if let band { try check.count(band, "\(place).band") }
        try check.seconds(seconds, "\(place).seconds")
        try check.seconds(statistics?.toleranceS, "\(place).statistics.tolerance_s")
        guard let statistics else { return }
        for (index, head) in statistics.heads.enumerated() {
            try head.check(check, "\(place).statistics.heads[\(index)]")
        }
        try statistics.even.check(check, "\(place).statistics.even")
    }
}

extension HeadStatistics {
    fileprivate func check(_ check: NumberCheck, _ place: String) throws(JSONFileError) {
        for (name, value) in [
            ("entropy", entropy), ("distance_min", distanceMin), ("diagonal", diagonal), ("sink", sink),
            ("event_lift", eventLift), ("divergence", divergence),
        ] { try check.real(value, "\(place).\(name)") }
    }
}

extension BaselineComparison {
    fileprivate func check(_ check: NumberCheck, _ place: String) throws(JSONFileError) {
        try check.size(relativeTolerance, "\(place).relative_tolerance")
        try check.count(resamples, "\(place).resamples")
        guard (0...1).contains(level) else {
            throw .key(path: check.path, key: "\(place).level", problem: "must be from 0 to 1, got \(level)")
        }
        for (index, change) in changes.enumerated() {
            func key(_ name: String) -> String { "\(place).changes[\(index)].\(name)" }
            for (name, value) in [
                ("before", change.before), ("after", change.after), ("change", change.change), ("low", change.low),
                ("high", change.high), ("tolerance", change.tolerance),
            ] { try check.real(value, key(name)) }
            try check.count(change.blocks, key("blocks"))
        }
    }
}
