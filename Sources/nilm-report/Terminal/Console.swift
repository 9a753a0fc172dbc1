import Foundation

/// Results go to standard output, everything else to standard error.
enum Console {
    static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Whether the result may have bold headings: on a terminal, unless NO_COLOR is set (https://no-color.org).
    static var isStyled: Bool {
        let noColor = ProcessInfo.processInfo.environment["NO_COLOR"] ?? ""
        return isatty(STDOUT_FILENO) == 1 && noColor.isEmpty
    }

    /// A line of the result.
    static func print(_ line: String) { write(line + "\n", to: STDOUT_FILENO) }

    /// A piece of a result that is a file.
    static func print(bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }

    /// A line for the person who watches.
    static func error(_ line: String) { write(line + "\n", to: STDERR_FILENO) }

    /// Text without a line's end, such as a progress line that is written over.
    static func errorFragment(_ text: String) { write(text, to: STDERR_FILENO) }

    /// A closed pipe or a full disk behind standard output is not this run's failure: its files are what counts.
    private static func write(_ text: String, to descriptor: Int32) { write(Array(text.utf8), to: descriptor) }

    private static func write(_ content: [UInt8], to descriptor: Int32) {
        var bytes = content[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            guard written > 0 else { return }
            bytes = bytes.dropFirst(written)
        }
    }
}
