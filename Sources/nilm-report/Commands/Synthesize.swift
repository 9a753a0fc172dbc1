import ArgumentParser
import Datasets
import Foundation
import Support

/// Synthetic data as files.
struct Synthesize: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write synthetic data as files, to see a layout or to try a program with a known truth.",
        discussion: """
            Writes the pulses that the source synthetic has, as one meter without gaps from 24 February 2015: a house in \
            UK-DALE's layout, whole watts as there, or a table whose powers come back bit for bit.

            Examples:
              nilm-report synthesize csv:meter.csv --windows 200
              nilm-report synthesize ukdale:made --windows 1000 --period 6
              nilm-report build --data csv:meter.csv --appliance pulse
            """)

    @Argument(help: ArgumentHelp("What to write: csv:FILE or ukdale:DIR.", valueName: "target"))
    var target: String
    @Option(help: "How many windows, one after the other.")
    var windows = 100
    @Option(help: "Samples in a window.")
    var window = 512
    @Option(help: "Seconds between samples.")
    var period = 6
    @Option(help: "Seed of everything random.")
    var seed: UInt64 = 0
    @Flag(help: "Replace files that are there already.")
    var force = false

    func run() throws {
        for (name, value, most) in [
            ("windows", windows, 10_000_000), ("window", window, 1_000_000), ("period", period, 86400),
        ] where !(1...most).contains(value) {
            throw Failure("--\(name) must be a whole number from 1 to \(most), got \(value)", exitCode: .usage)
        }
        let files = try SyntheticFiles(windows: windows, length: window, period: period, seed: seed)
        switch try DataSource(parsing: target) {
        case .measured(.csv, let file):
            try checkAbsent(file)
            try files.writeCSV(to: file)
            Console.print(file)
        case .measured(.ukdale, let directory):
            try checkAbsent(directory + "/house_1")
            try files.writeUKDALE(to: directory)
            Console.print(directory + "/house_1")
        case .synthetic, .measured:
            throw Failure("there is no layout \"\(target)\" to write; give csv:FILE or ukdale:DIR", exitCode: .usage)
        }
    }

    private func checkAbsent(_ path: String) throws(Failure) {
        guard !force, FileManager.default.fileExists(atPath: path) else { return }
        throw Failure("\(path): is there already; give another name, or --force to replace it", exitCode: .cannotWrite)
    }
}
