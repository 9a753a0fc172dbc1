import Foundation
import Synchronization
import TestSupport
import Testing

/// Runs that several tests begin with: each is made once, and every test gets a copy of its own.
enum SharedRuns {
    /// One run; made by the first who asks while the others wait.
    private final class Entry: Sendable {
        private let folder = Mutex<TemporaryFolder?>(nil)

        /// The folder that has `output`.
        func made(_ make: (TemporaryFolder) throws -> Void) throws -> TemporaryFolder {
            try folder.withLock { folder in
                if let folder { return folder }
                let new = try TemporaryFolder()
                try make(new)
                folder = new
                return new
            }
        }
    }

    private static let entries = Mutex<[String: Entry]>([:])

    /// Gives the folders back when the tests end.
    private static let cleaning: Void = { atexit { SharedRuns.entries.withLock { $0.removeAll() } } }()

    /// The entry of a run: arguments on the same files.
    private static func entry(_ arguments: [String], _ inputs: [String: Data]) -> Entry {
        _ = cleaning
        let key = "\(arguments)" + inputs.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.hashValue)" }.joined()
        return entries.withLock { entries in
            let entry = entries[key] ?? Entry()
            entries[key] = entry
            return entry
        }
    }

    /// Puts the folder `output` into `folder` that the arguments make there.
    static func make(_ arguments: [String], in folder: TemporaryFolder) throws {
        let inputs = try files(in: folder.path)
        let made = try entry(arguments, inputs).made { shared in
            for name in try folder.names() {
                try FileManager.default.copyItem(atPath: folder(name), toPath: shared(name))
            }
            let outcome = try Program.run(arguments, in: shared)
            try #require(outcome.status == 0, "\(outcome.errors)")
        }
        try FileManager.default.copyItem(atPath: made("output"), toPath: folder("output"))
    }
}
