import Foundation
import Synchronization

/// Results go to standard output, everything else to standard error.
enum Console {
    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Whether the result may have bold headings: on a terminal, unless NO_COLOR is set (https://no-color.org).
    static var isStyled: Bool {
        let noColor = ProcessInfo.processInfo.environment["NO_COLOR"] ?? ""
        return isatty(STDOUT_FILENO) == 1 && noColor.isEmpty
    }

    /// A line of the result, or several; escape sequences are only the program's own where it has any.
    static func print(_ line: String) {
        write(visible(line, keeping: isStyled ? ["\n", "\t", "\u{1B}"] : ["\n", "\t"]) + "\n", to: STDOUT_FILENO)
    }

    /// A piece of a result that is a file.
    static func print(bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

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
