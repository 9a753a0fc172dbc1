import ArgumentParser
import Configuration
import Foundation
import Runs
import Scoring
import Support

/// The options that hold a run against an earlier one, but change none of its numbers.
struct BaselineOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "An earlier run's folder or results.json: exit 2 if this run is worse, 3 if they are not comparable.",
            valueName: "RUN"))
    var baseline: String?
    @Option(
        help: ArgumentHelp(
            "What --baseline compares to pass or fail: of mae_w, rmse_w, skill, f1, precision, recall, energy_error_percent.",
            valueName: "metrics"))
    var baselineMetrics = BaselineCheck.defaultDeciding.map(\.key).joined(separator: ",")
    @Option(
        help: ArgumentHelp(
            "By how much a metric may be worse, in its unit (repeatable); without, 0.5 W, 0.01 of a ratio, 1 %.",
            valueName: "metric=amount"))
    var tolerance: [String] = []
    @Option(
        help: ArgumentHelp("The same as a share of the earlier value; the larger of both counts.", valueName: "share"))
    var relativeTolerance = Tolerances.defaultRelative
    @Option(help: "Resamples of days by which a change is told from chance.")
    var resamples = 2000

    func validate() throws {
        guard (100...1_000_000).contains(resamples) else {
            throw ValidationError("--resamples must be a whole number from 100 to 1000000, got \(resamples)")
        }
        guard relativeTolerance >= 0, relativeTolerance.isFinite else {
            throw ValidationError("--relative-tolerance must be a number from 0, got \(relativeTolerance)")
        }
    }

    /// What the run has to meet, read before any long work. `gates` are those of the run's configuration; one that is
    /// shared has moved dates, which can't be held against real ones.
    func check(gates: [String], isShared: Bool = false) throws -> RunCheck {
        var check = RunCheck(gates: try gates.map(Gate.init(parsing:)))
        guard let baseline else { return check }
        var tolerances = Tolerances(relative: relativeTolerance)
        for text in tolerance { try tolerances.add(parsing: text) }
        let deciding = try baselineMetrics.split(separator: ",").map { key in
            guard let quantity = Quantity(key: String(key)), BlockMetrics.quantities.contains(quantity) else {
                throw GateError.notComparable(metric: String(key))
            }
            return quantity
        }
        let earlier = try Self.results(at: baseline)
        guard !isShared || earlier.removed != nil else {
            throw Failure(
                "--share moves all dates, and the run \(earlier.run.id) has real ones: give a --baseline that was made "
                    + "with --share, too", exitCode: .usage)
        }
        check.baseline = (
            earlier,
            BaselineCheck(
                tolerances: tolerances, bootstrap: PairedBootstrap(resamples: resamples), deciding: deciding)
        )
        return check
    }

    /// The results of a run's folder, or of a results.json by itself.
    private static func results(at path: String) throws -> Results {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw FileError.missing(path: path)
        }
        guard isFolder.boolValue else { return try ResultsFile.read(path: path) }
        return try RunFolder(path: path).results()
    }
}

/// The bounds that a run has to meet.
struct GateOptions: ParsableArguments {
    @Option(name: .customLong("gate"), help: .setting("gates", valueName: "bound"))
    var gates: [String] = []

    /// Those that were given; none leaves the configuration's own.
    func layer() throws(ConfigurationError) -> ConfigurationLayer {
        var layer = ConfigurationLayer()
        // A gate is one word: an appliance's name may have a comma.
        if !gates.isEmpty { try layer.add("gates", gates, from: .option("--gate")) }
        return layer
    }
}
