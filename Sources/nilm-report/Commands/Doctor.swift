import ArgumentParser
import Foundation
import Kernels
import Plots
import Runs

/// Says what the machine offers.
struct Doctor: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say what this machine offers: CPU, kernels, memory, fonts, time zones, disk, threads.")

    @OptionGroup var threading: ThreadOptions
    @Option(help: ArgumentHelp("The folder that runs are written to.", valueName: "DIR"))
    var output = "output"

    func run() throws {
        var isWell = true
        func line(_ name: String, _ value: String, problem: String? = nil) {
            Console.print(
                "\(problem == nil ? "ok  " : "BAD ") \(name.padding(toLength: 18, withPad: " ", startingAt: 0)) \(value)"
            )
            if let problem {
                Console.print("     \(problem)")
                isWell = false
            }
        }
        line("program", Version.text)
        line("system", try HostSystem.operatingSystem())
        line("CPU", try HostSystem.cpu())
        line("processors", "\(HostSystem.cores), threads used: \(try threading.count())")
        line("memory", try FreeMemory.now().map { "\(Text.bytes($0.bytes)) free (\($0.bound.text))" } ?? "unknown")
        line(
            "instruction sets",
            InstructionSet.available.map(\.rawValue).joined(separator: ", ") + "; in use: "
                + InstructionSet.best.rawValue)
        line(
            "BLAS kernels", BLASKernels.name,
            problem: BLASKernels.isFallback
                ? "OpenBLAS does not know this CPU and is ten times too slow; set OPENBLAS_CORETYPE=HASWELL" : nil)
        for version in Machine.versions.dropFirst() { line(version.name, version.version) }
        let font = Libraries.fontProblem
        line("font", font == nil ? "DejaVu Sans" : "missing", problem: font)
        let zone = TimeZone(identifier: "Europe/London")
        line(
            "time zones", zone == nil ? "missing" : "present",
            problem: zone == nil ? "install the time zone database (Debian: apt install tzdata)" : nil)
        disk(line)
        if !isWell { throw ExitCode(ExitStatus.failed.rawValue) }
    }

    /// Tried rather than asked: permissions say nothing of a read-only disk or of the system's own folders.
    private static func canMakeFolder(in path: String) -> Bool {
        var template = Array((path + "/.nilm-report-XXXXXX").utf8CString)
        return mkdtemp(&template) != nil && rmdir(template) == 0
    }

    /// Free space where runs go, or where their folder would be made.
    private func disk(_ line: (String, String, String?) -> Void) {
        var place = URL(fileURLWithPath: output).standardizedFileURL
        while !FileManager.default.fileExists(atPath: place.path), place.path != "/" { place.deleteLastPathComponent() }
        let writable = Self.canMakeFolder(in: place.path)
        line(
            "disk", "\(HostSystem.freeBytes(at: place.path) >> 20) MiB free in \(place.path)",
            writable ? nil : "\(place.path) cannot be written: choose another --output")
    }
}

extension FreeMemory.Bound {
    /// What leaves so much and no more.
    var text: String {
        switch self {
        case .machine: "of the machine's"
        case .group(let path): "of the control group's, \(path)"
        case .addressSpace: "of the address space, ulimit -v"
        case .dataSize: "of the data size, ulimit -d"
        }
    }
}
