import Configuration
import Datasets
import Foundation
import Networks
import Pages
import Plots
import Runs
import Scoring
import Support

/// The exit codes that scripts may rely on.
enum ExitStatus: Int32, CaseIterable {
    case done = 0
    case failed = 1
    case gateFailed = 2
    case notComparable = 3
    case usage = 64
    case badData = 65
    case missingInput = 66
    case cannotWrite = 73
    case interrupted = 130

    /// For the manual.
    var meaning: String {
        switch self {
        case .done: "Done."
        case .failed: "It failed while running."
        case .gateFailed: "A gate is not met, or a metric is worse than the baseline run's; the report is written."
        case .notComparable: "The run can't be compared with the baseline run; the report is written."
        case .usage: "The command line or a setting is wrong."
        case .badData: "Data or a file can't be used."
        case .missingInput: "An input is missing."
        case .cannotWrite: "Something can't be written."
        case .interrupted: "It was interrupted; the same command, or --resume, goes on."
        }
    }
}

/// An error in the words and with the exit code that a user gets.
struct Failure: Error {
    let message: String
    let exitCode: ExitStatus

    init(_ message: String, exitCode: ExitStatus) {
        self.message = message
        self.exitCode = exitCode
    }

    /// A meter that is read too seldom for a model; nil for any other error.
    init?(tooCoarse error: DatasetError) {
        guard case .periodTooFine(let period, let meter, let interval) = error else { return nil }
        self.init(
            "\(meter.source) is read every \(interval) s, which is too coarse for the model: its samples are \(period) s apart; "
                + "take a model that was trained with --period \(interval) or more, or readings at a shorter interval",
            exitCode: .badData)
    }

    static let interrupted = Failure("interrupted", exitCode: .interrupted)

    /// nil for an error that is not this program's own.
    init?(_ error: any Error) {
        // What a reader gave up because of a signal may have become any stage's error on its way.
        if Interruption.isHonoured {
            self = Failure.interrupted
            return
        }
        switch error {
        case let failure as Failure: self = failure
        case is Interrupted: self = Failure.interrupted
        case let error as ConfigurationError: self.init(error.description, exitCode: .usage)
        case let error as DatasetError: self.init(error.description, exitCode: error.exitCode)
        case let error as GateError: self.init(error.description, exitCode: .usage)
        case let error as AttentionFileError: self.init(error.description, exitCode: .badData)
        case let error as SafetensorsError: self.init(error.description, exitCode: error.exitCode)
        case let error as EvaluationError: self.init(error.description, exitCode: .badData)
        case let error as ModelFileError: self.init(error.description, exitCode: error.exitCode)
        case let error as RunFolderError: self.init(error.description, exitCode: error.exitCode)
        case let error as ReportError:
            self.init(error.description, exitCode: error.exitCode)
        case let error as InspectionError: self.init(error.description, exitCode: .failed)
        case let error as PlottingError: self.init(error.description, exitCode: .failed)
        case let error as FileError: self.init(error.description, exitCode: error.exitCode)
        case let error as TrainingStateError: self.init(error.description, exitCode: error.exitCode)
        case let error as CSVError: self.init(error.description, exitCode: .badData)
        case let error as JSONFileError: self.init(error.description, exitCode: error.exitCode)
        default: return nil
        }
    }

    /// Whether the same may go well another time.
    var isTemporary: Bool { exitCode == .interrupted || exitCode == .cannotWrite }
}

extension DatasetError {
    fileprivate var exitCode: ExitStatus {
        switch category {
        case .usage: .usage
        case .badData: .badData
        case .missingInput: .missingInput
        }
    }
}

extension ReportError {
    fileprivate var exitCode: ExitStatus {
        switch self {
        case .folder(let error): error.exitCode
        case .file(let error): error.exitCode
        case .templates: .badData
        case .exists: .cannotWrite
        case .json, .figure, .figures, .unknownTimeZone: .failed
        }
    }
}

extension FileError {
    fileprivate var exitCode: ExitStatus {
        switch self {
        case .missing, .notAFile, .unreadable: .missingInput
        case .unwritable, .tooLong, .unmovable, .foreign: .cannotWrite
        case .interrupted: .interrupted
        case .damaged, .tooLarge: .badData
        }
    }
}

extension SafetensorsError {
    fileprivate var exitCode: ExitStatus {
        if case .file(let error) = self { return error.exitCode }
        return .badData
    }
}

extension ModelFileError {
    fileprivate var exitCode: ExitStatus {
        if case .unreadable(let error) = self { return error.exitCode }
        if case .heads = self { return .usage }
        return .badData
    }
}

extension TrainingStateError {
    fileprivate var exitCode: ExitStatus {
        if case .unreadable(let error) = self { return error.exitCode }
        return .badData
    }
}

extension JSONFileError {
    fileprivate var exitCode: ExitStatus {
        if case .file(let error) = self { return error.exitCode }
        return .badData
    }
}

extension RunFolderError {
    fileprivate var exitCode: ExitStatus {
        switch self {
        case .invalidID, .otherRun: .usage
        case .exists, .unfinished, .inUse, .noLink: .cannotWrite
        case .nothingToResume: .missingInput
        case .file(let error): error.exitCode
        case .notARun, .missing: .missingInput
        case .changed, .otherSize, .csv, .tensors, .configuration: .badData
        case .json(let error), .damagedBeginning(let error): error.exitCode
        }
    }
}
