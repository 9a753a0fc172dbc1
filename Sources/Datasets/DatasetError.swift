import Runs
import Support

/// What can be wrong with data, or with what is asked of them.
///
/// Powers are watts, times Unix seconds, lines count from 1.
package enum DatasetError: Error, Equatable {
    // What was asked for
    case unknownSource(String, nearest: String?)
    case synthetic(String)
    case noAppliance(available: [String: [String]])
    /// No house at all has it. `available` has the canonical names by house.
    case unknownAppliance(String, nearest: String?, available: [String: [String]])
    /// This house hasn't; `missingFile` is the channel that the labels name for it, but whose file is absent.
    case houseWithoutAppliance(String, house: String, missingFile: String?, available: [String])
    /// `explanation`: why one might have expected it.
    case unknownHouse(HouseName, available: [HouseName], explanation: String?)
    case houseInTrainingAndTest(HouseName)
    /// One house is needed, and several were named or none of several.
    case houseUnclear(available: [HouseName])
    /// Every house that has the appliance was set aside for the test.
    case noTrainingHouse(appliance: String)
    case split([Double])
    case day(String, option: String)
    case daysReversed(from: String, to: String)
    case period(Int)
    /// Rows would repeat readings of a meter that is read evenly, every `interval` seconds.
    case periodTooFine(Int, MeterSampling, interval: Int)
    /// A meter is read less than once an hour.
    case readTooSeldom(MeterSampling, interval: Int)
    case window(length: Int, stride: Int)
    /// The data have no appliance at all: there is nothing to learn from, nor to score by.
    case noTruth
    case unknownTimeZone(String)
    case noColumn(String, file: String, option: String, available: [String])
    case columnTwice(String, file: String)
    /// Several columns may be the whole house's power.
    case aggregateUnclear(file: String, available: [String])
    /// A table of predictions whose columns don't make pairs, or hold what can't be.
    case predictionColumns(file: String, problem: String)
    /// A column of energies, whose numbers are not powers; `unit` is likely theirs.
    case energyColumn(String, file: String, unit: CSVOptions.Unit)
    /// A column without a unit whose numbers only rise, as those of an energy register.
    case registerLike(String, file: String)
    /// A unit that may be milliwatts or megawatts.
    case unitUnclear(String, file: String)
    /// A number that may be a thousand times as much.
    case numbersUnclear(String, file: String)
    case dateOrderUnclear(file: String, column: String, example: String)
    /// Lines of several meters follow one another.
    case severalMeters(file: String, column: String, meters: [String])
    case noMeter(String, file: String, available: [String])
    /// The days asked for hold no reading of a house; `first` and `last` are the days that do, of the same calendar.
    case noReadings(house: String, days: ClosedRange<String>, first: String, last: String)
    /// `longest` gap-free rows are all that a part has.
    /// `lost` says which rules took rows, with their settings.
    case windowTooLong(window: Int, part: Part, appliance: String, longest: Int, lost: [String] = [])
    /// Gap-free rows would do, but no start at a multiple of the stride falls well.
    case noTrainingWindow(window: Int, stride: Int, appliance: String)

    // What was found
    case noFolder(String)
    /// `isHouse`: the folder has labels of its own.
    case noHouses(folder: String, isHouse: Bool)
    case folder(String, reason: String)
    /// A folder without a REFIT table.
    case noTables(folder: String)
    case noAggregate(house: String, file: String)
    case noMainsFile(house: String, file: String)
    /// All readings of the whole house are beyond the limit (watts), or there is none.
    case noUsableReading(house: String, source: String, limit: Double)
    case emptyFile(String)
    /// A file in a format that is no text.
    case notText(file: String, format: String, advice: String)
    case line(file: String, line: Int, expected: String, got: String, advice: String)
    case timeNotIncreasing(file: String, line: Int, previous: String, got: String)
    case gridTooLong(file: String, line: Int, seconds: Int, period: Int)
    case file(FileError)

    /// What is wrong with a line, in a file.
    static func line(_ problem: ReadingLine.Problem, of file: String, at line: Int) -> DatasetError {
        .line(file: file, line: line, expected: problem.expected, got: problem.got, advice: problem.advice)
    }
}
