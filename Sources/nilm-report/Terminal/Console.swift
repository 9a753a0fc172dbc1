import Foundation
import Synchronization

/// Results go to standard output, everything else to standard error.
enum Console {
    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Whether the result may have bold headings: on a terminal, unless NO_COLOR is set (https://no-color.org).
    /// Asked once: the table of a large data set has ten thousands of lines.
    static let isStyled: Bool = {
        let noColor = ProcessInfo.processInfo.environment["NO_COLOR"] ?? ""
        return isatty(STDOUT_FILENO) == 1 && noColor.isEmpty
    }()

    /// A line of the result, or several; escape sequences are only the program's own where it has any.
    static func print(_ line: String) {
        write(visible(line, keeping: isStyled ? ["\n", "\t", "\u{1B}"] : ["\n", "\t"]) + "\n", to: STDOUT_FILENO)
    }

    /// A piece of a result that is a file.
    static func print(bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

    /// A file's content that may be anybody's: as it is in a file or a pipe; on a terminal, and in the log of a CI system,
    /// without what either takes for a command.
    static func print(content: [UInt8]) {
        var status = stat()
        let isFile = fstat(STDOUT_FILENO, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        let environment = ProcessInfo.processInfo.environment
        let isLogged = ["CI", "GITHUB_ACTIONS"].contains { !(environment[$0] ?? "").isEmpty }
        guard !isFile, isLogged || isatty(STDOUT_FILENO) == 1 else { return print(bytes: content) }
        write(harmless(String(decoding: content, as: UTF8.self), inLog: isLogged), to: STDOUT_FILENO)
    }

    /// `inLog`: also without the lines that GitHub and Azure take for commands, which get a space more.
    static func harmless(_ text: String, inLog: Bool) -> String {
        let shown = visible(text, keeping: ["\n", "\t"])
        guard inLog else { return shown }
        return shown.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let line = String(line).replacing(/^(\s*:):/.matchingSemantics(.unicodeScalar)) { "\($0.1) :" }
            return line.replacing(/##\[/.matchingSemantics(.unicodeScalar), with: "# #[")
        }.joined(separator: "\n")
    }

    /// Whether lines for the person who watches are JSON, for a program that does.
    static var isJSON: Bool {
        get { json.load(ordering: .relaxed) }
        set { json.store(newValue, ordering: .relaxed) }
    }
    private static let json = Atomic(false)

    /// A line for the person who watches, or for a program: `text` is it without JSON.
    static func log(_ line: LogLine, text: String? = nil) {
        let word = line.level == .info ? "" : line.level.rawValue + ": "
        error(isJSON ? line.text : visible(text ?? word + line.message))
    }

    /// Without what a terminal takes for a command or for another direction: names and file contents may hold anything.
    /// `kept` are control characters that the text itself needs.
    private static func visible(_ text: String, keeping kept: Set<Unicode.Scalar> = []) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    switch scalar.value {
                    case _ where kept.contains(scalar): scalar
                    // A line of its own could be taken for another message, or for a command of a CI system.
                    case 0x09, 0x0A, 0x0D: " "
                    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
                    default: scalar
                    }
                }))
    }

    /// A line of standard error as it is, such as a CI system's own command.
    static func error(_ line: String) { write(line + "\n", to: STDERR_FILENO) }

    /// Text without a line's end, such as a progress line that is written over.
    static func errorFragment(_ text: String) { write(text, to: STDERR_FILENO) }

    /// A closed pipe or a full disk behind standard output is not this run's failure: its files are what counts.
    private static func write(_ text: String, to descriptor: Int32) { write(Array(text.utf8), to: descriptor) }

    private static func write(_ content: [UInt8], to descriptor: Int32) {
        var bytes = content[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { return }
            bytes = bytes.dropFirst(written)
        }
    }
}
