import Foundation
import TestSupport
import Testing

/// Expects a failure as a person should meet it: this exit code, one message that has `words`, no result, no trace of
/// a crash, and nothing in the output folder.
func expectFailure(
    _ outcome: Program.Outcome, status: Int32, _ words: [String], in folder: TemporaryFolder,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    #expect(outcome.status == status, "\(outcome.errors)", sourceLocation: sourceLocation)
    #expect(outcome.output.isEmpty, sourceLocation: sourceLocation)
    let messages = outcome.errorLines.filter { $0.lowercased().hasPrefix("error: ") }
    #expect(
        messages.count == 1 && outcome.errorLines.first == messages.first, "\(outcome.errors)",
        sourceLocation: sourceLocation)
    for word in words {
        #expect(messages.first?.contains(word) == true, "\(word) in \(outcome.errors)", sourceLocation: sourceLocation)
    }
    for trace in ["Fatal error", "Precondition failed", "stack trace", "Swift runtime failure"] {
        #expect(!outcome.errors.contains(trace), "\(outcome.errors)", sourceLocation: sourceLocation)
    }
    #expect(try names(in: folder("output")).isEmpty, sourceLocation: sourceLocation)
}

/// The names in a folder, hidden ones too; none if it isn't there.
func names(in folder: String) throws -> [String] {
    guard FileManager.default.fileExists(atPath: folder) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
}

/// The bytes of every file below a folder, by path.
func files(in folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
        var isFolder: ObjCBool = false
        let full = folder + "/" + path
        if FileManager.default.fileExists(atPath: full, isDirectory: &isFolder), isFolder.boolValue { continue }
        files[path] = try Data(contentsOf: URL(fileURLWithPath: full))
    }
    return files
}
