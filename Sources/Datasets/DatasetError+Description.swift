import Runs
import Support

extension DatasetError {
    /// What kind of failure it is, for the exit code.
    package enum Category: Sendable { case usage, badData, missingInput }

    package var category: Category {
        switch self {
        case .unknownSource, .synthetic, .noAppliance, .split, .day, .daysReversed, .period, .periodTooFine, .window,
            .houseInTrainingAndTest, .houseUnclear, .unknownTimeZone, .noColumn, .columnTwice, .aggregateUnclear,
            .noMeter:
            .usage
        case .noFolder, .noHouses, .noTables, .noMainsFile, .file(.missing): .missingInput
        default: .badData
        }
    }
}

extension DatasetError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unknownSource(let text, let nearest):
            "--data \(text): expected \(DataSource.forms)" + Self.suggestion(nearest)
        case .synthetic(let problem):
            "synthetic data: \(problem)"
        case .noAppliance(let available):
            "no appliance was asked for; name one with --appliance. There are " + Self.list(available)
        case .unknownAppliance(let name, let nearest, let available):
            "no house has the appliance \(name)\(Self.suggestion(nearest)). There are " + Self.list(available)
        case .houseWithoutAppliance(let name, let house, let missingFile?, _):
            "\(house) has the label \(name), but not its file \(missingFile); add the file, or choose another house or "
                + "appliance"
        case .houseWithoutAppliance(let name, let house, nil, let available):
            "\(house) has no \(name), it has \(Self.list(available)); choose another house or appliance"
        case .unknownHouse(let house, let available, let explanation):
            "there is no house \(house); there are \(Self.list(available.map(\.name)))"
                + (explanation.map { ". " + $0 } ?? "")
        case .houseInTrainingAndTest(let house):
            "house \(house) is both a training and a test house, so the test would score what was learnt by heart; "
                + "name different houses, or leave --test-houses out for a split in time"
        case .houseUnclear(let available):
            "say which one house is meant with --test-houses; there are \(Self.list(available.map(\.name)))"
        case .noTrainingHouse(let appliance):
            "only the test houses have the appliance \(appliance); leave one of them for training"
        case .split(let split):
            "--split \(split.map(MessageNumber.plain).joined(separator: ",")): expected three positive numbers (training, "
                + "validation, test) that add up to 100, such as 60,20,20"
        case .day(let text, let option):
            "\(option) \(text): expected a day of the calendar as YYYY-MM-DD, such as 2015-02-28"
        case .daysReversed(let from, let to):
            "--from \(from) is after --to \(to); exchange them"
        case .period(let period):
            "--period \(period): expected 1 to 86400 seconds"
        case .periodTooFine(let period, let meter, let interval):
            "--period \(period): \(meter.meter) of \(meter.house) (\(meter.source)) is read every \(interval) s, so that rows "
                + "of \(period) s would repeat readings; leave --period out, or take \(interval) or more"
        case .readTooSeldom(let meter, let interval):
            "\(meter.meter) of \(meter.house) (\(meter.source)) is read every \(interval) s or more seldom; appliances can't be "
                + "found in readings more than an hour apart: choose a meter that is read more often"
        case .window(let length, let stride):
            "--window \(length) --stride \(stride): expected at least 1 step each, and a stride that is not longer than "
                + "the window"
        case .noTruth:
            "these data have the whole house's power only, so there is nothing to train on or to score by; name columns "
                + "of appliances with --csv-appliances, or use predict with a trained model"
        case .unknownTimeZone(let name):
            "--time-zone \(name): expected the name of a zone, such as Europe/London or UTC"
        case .noColumn(let name, let file, let option, let available):
            "\(option) \(name): \(file) has no such column; it has \(Self.columns(available))"
        case .columnTwice(let name, let file):
            "\(file): the column \(name) is asked for twice; look through --csv-time, --csv-aggregate and "
                + "--csv-appliances"
        case .aggregateUnclear(let file, let available):
            "\(file): say which column is the whole house's power with --csv-aggregate; there are "
                + Self.columns(available)
        case .predictionColumns(let file, let problem):
            "\(file): \(problem); expected columns such as time,aggregate,kettle_truth,kettle_prediction, or others "
                + "named with --csv-truths kettle=COLUMN and --csv-predictions kettle=COLUMN"
        case .energyColumn(let column, let file, let unit):
            "\(file): \(column) has energies, which are no powers; take them with --csv-unit \(unit.rawValue) (the power is "
                + "their difference over time), or name a column of powers"
        case .registerLike(let column, let file):
            "\(file): \(column) only rises, as an energy register does; take it with --csv-unit kWh or Wh, or say "
                + "--csv-unit W if it is a power"
        case .unitUnclear(let column, let file):
            "\(file): the unit of \(column) may be milliwatts or megawatts; say which number is meant with --csv-unit mW, W "
                + "or kW"
        case .numbersUnclear(let number, let file):
            "\(file): \(number) may be a number with three decimals or one a thousand times as large, and no other number "
                + "tells; say what parts fractions with --csv-decimal point or --csv-decimal comma"
        case .dateOrderUnclear(let file, let column, let example):
            "\(file): \(column) has dates such as \(example), whose day may be the first number or the second; say which "
                + "with --csv-date-order dmy or mdy"
        case .severalMeters(let file, let column, let meters):
            "\(file): \(column) says that lines are of several meters (\(Self.list(Array(meters.prefix(8))))"
                + "\(meters.count > 8 ? " and \(meters.count - 8) others" : "")); choose one with --csv-meter NAME, or "
                + "write one column a meter"
        case .noMeter(let name, let file, let available):
            "--csv-meter \(name): no column of \(file) has it; it has \(Self.list(Array(available.prefix(12))))"
        case .noReadings(let house, let days, let first, let last):
            "\(house) has no reading from \(days.lowerBound) to \(days.upperBound), its readings are from \(first) to "
                + "\(last); choose days among those"
        case .windowTooLong(let window, let part, let appliance, let longest, let lost):
            "\(appliance): a window of \(window) steps is longer than any segment without gaps of the "
                + "\(part.rawValue) part; the longest has \(longest) steps: take a shorter --window, a longer --period, more days or "
                + "another --split" + (lost.isEmpty ? "" : ". " + lost.joined(separator: "; "))
        case .noTrainingWindow(let window, let stride, let appliance):
            "\(appliance): gaps touch every training window of \(window) steps that starts at a multiple of \(stride); "
                + "take a shorter --window or --stride, or more days"
        case .noFolder(let path):
            "\(path): no such folder; give the one that holds house_1, house_2, ..."
        case .noHouses(let folder, isHouse: true):
            "\(folder): this is one house's folder; give the one above it, which holds house_1, house_2, ..."
        case .noHouses(let folder, isHouse: false):
            "\(folder): expected folders house_1, house_2, ... in it and found none; give the folder that holds them"
        case .folder(let path, let reason):
            "\(path): cannot be listed (\(reason)); check its permissions"
        case .noTables(let folder):
            "\(folder): expected REFIT's files CLEAN_House1.csv, CLEAN_House2.csv, ... in it and found none; give the "
                + "folder that holds them"
        case .noMainsFile(let house, let file):
            "\(house) has no file \(file), which --mains file asks for; add it, choose another house, or --mains channel"
        case .noUsableReading(let house, let source, let limit):
            "\(house): \(source) has no reading of at most \(MessageNumber.plain(limit)) W; check its unit, or set "
                + "--aggregate-limit"
        case .noAggregate(let house, let file):
            "\(house) has no aggregate: expected a line such as '1 aggregate' in \(file); add it, or choose another house"
        case .emptyFile(let path):
            "\(path): expected lines with readings, got an empty file; fetch it again"
        case .notText(let file, let format, let advice):
            "\(file): expected a text file, got \(format); \(advice.replacing("FILE", with: file))"
        case .line(let file, let line, let expected, let got, let advice):
            "\(file):\(line): expected \(expected), got \(got); \(advice)"
        case .timeNotIncreasing(let file, let line, let previous, let got) where previous == got:
            "\(file):\(line): expected a time after \(previous), got the same time again; keep one line for each time"
        case .timeNotIncreasing(let file, let line, let previous, let got):
            "\(file):\(line): expected a time after \(previous), got \(got), which is earlier; sort the lines by time"
        case .gridTooLong(let file, let line, let seconds, let period):
            "\(file):\(line): expected a time within \(Resampler.maximumRows(lines: line)) periods of \(period) s after the first, "
                + "got one \(seconds) s after it; mend the time, or take a longer --period"
        case .file(let error): error.description
        }
    }

    private static func suggestion(_ nearest: String?) -> String {
        nearest.map { " (did you mean \($0)?)" } ?? ""
    }

    /// `1 time, 2 power`.
    private static func columns(_ names: [String]) -> String {
        list(names.enumerated().map { "\($0.offset + 1) \($0.element)" })
    }

    private static func list(_ words: [String]) -> String { words.isEmpty ? "none" : words.joined(separator: ", ") }

    private static func list(_ byHouse: [String: [String]]) -> String {
        let houses = byHouse.keys.sorted { ($0.count, $0) < ($1.count, $1) }
        return houses.map { "in \($0): \(list(byHouse[$0]!))" }.joined(separator: "; ")
    }
}
