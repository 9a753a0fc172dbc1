import Files

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
    case unknownHouse(Int, available: [Int])
    case houseInTrainingAndTest(Int)
    /// Every house that has the appliance was set aside for the test.
    case noTrainingHouse(appliance: String)
    case split([Double])
    case day(String, option: String)
    case daysReversed(from: String, to: String)
    case period(Int)
    case window(length: Int, stride: Int)
    /// The days asked for hold no reading of a house; `readings` are the times that it has.
    case noReadings(house: String, days: Range<Int>, readings: ClosedRange<Int>)
    /// `longest` gap-free rows are all that a part has.
    case windowTooLong(window: Int, part: Part, appliance: String, longest: Int)
    /// Gap-free rows would do, but no start at a multiple of the stride falls well.
    case noTrainingWindow(window: Int, stride: Int, appliance: String)

    // What was found
    case noFolder(String)
    /// `isHouse`: the folder has labels of its own.
    case noHouses(folder: String, isHouse: Bool)
    case folder(String, reason: String)
    case noAggregate(house: String, file: String)
    case emptyFile(String)
    case line(file: String, line: Int, expected: String, got: String, advice: String)
    case timeNotIncreasing(file: String, line: Int, previous: String, got: String)
    case gridTooLong(file: String, line: Int, seconds: Int, period: Int)
    case file(FileError)
}
