import Foundation
import Pages
import Runs
import Support

extension RunDraft {
    /// Fills the draft and says what became of it. A complete run that does not meet its checks ends the program with
    /// their exit code. `opens`: the page is shown in the browser.
    func fill(opens: Bool = false, _ work: (RunDraft) throws -> (RunFolder, Results)) throws {
        let (folder, results) = try assemble(goingOn: ["--resume"], work)
        try CheckReport.publish(results, summary: folder.text(of: Report.summaryName))
        let verdict = Verdict(of: results)
        let page = folder.path + "/" + Report.pageName
        Console.print(
            "\(folder.hasFile(Report.pageName) ? page : folder.path)  \(verdict.word.rawValue): \(verdict.sentence.english)"
        )
        if opens, folder.hasFile(Report.pageName) { Browser.open(page) }
        try CheckReport.conclude(results)
    }

    /// Fills the draft.
    ///
    /// A failure leaves nothing behind, with one exception: training that was kept is never lost, and the message says how
    /// to go on with it: by the same command with `options`.
    func assemble<R>(goingOn options: [String], _ work: (RunDraft) throws -> R) throws -> R {
        for remark in remarks { Console.log(LogLine(.warning, remark)) }
        do {
            return try work(self)
        } catch {
            if TrainingCheckpoint.exists(in: self) {
                guard let failure = Failure(error) else { throw error }
                throw Failure(
                    "\(failure.message); the training so far is kept; to go on: \(Self.command(options))",
                    exitCode: failure.exitCode)
            }
            // The first error is the one to report, whatever becomes of the rest of the draft.
            do { try discard() } catch let second { Console.log(LogLine(.warning, "\(second)")) }
            throw error
        }
    }

    /// The program's command line as a shell takes it, with `options` at its end.
    private static func command(_ options: [String]) -> String {
        let name = URL(fileURLWithPath: CommandLine.arguments[0]).lastPathComponent
        let words = [name] + CommandLine.arguments.dropFirst().filter { !options.contains($0) } + options
        return words.map { word in
            let isPlain =
                !word.isEmpty
                && word.utf8.allSatisfy { byte in
                    switch byte {
                    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                        UInt8(ascii: "+")...UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: "_"), UInt8(ascii: "@"):
                        true
                    default: false
                    }
                }
            return isPlain ? word : "'" + word.replacing(scalars: ["'": "'\\''"]) + "'"
        }.joined(separator: " ")
    }
}

extension RunFolder {
    fileprivate func hasFile(_ name: String) -> Bool { manifest.files.contains { $0.path == name } }

    /// The content of one of the run's files; nil if it has none.
    fileprivate func text(of name: String) throws -> String? {
        guard hasFile(name) else { return nil }
        return String(decoding: try FileReader.bytes(of: path + "/" + name, most: FileReader.mostText), as: UTF8.self)
    }
}
