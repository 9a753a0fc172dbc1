import Foundation

/// The program that the system opens a page with.
enum Browser {
    #if os(macOS)
        private static let opener = "open"
    #else
        private static let opener = "xdg-open"
    #endif

    /// Opens the page at `path`. Where that fails the page is there all the same: it is a warning.
    static func open(_ path: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [opener, path]
        process.standardInput = FileHandle.nullDevice
        // Standard output is for results.
        process.standardOutput = FileHandle.standardError
        do {
            try process.run()
            process.waitUntilExit()
            if process.terminationStatus == 0 { return }
        } catch {
            // Said below.
        }
        Console.log(LogLine(.warning, "\(opener) could not open \(path); open it in a browser"))
    }
}
