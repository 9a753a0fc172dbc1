import ArgumentParser
import Foundation

/// The manual's page, which `make install` puts where man(1) finds it.
struct Manual: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the manual's page for man: nilm-report manual | man -l -")

    private struct Dump: Decodable { var command: CommandHelp }

    func run() throws {
        let program = try JSONDecoder().decode(Dump.self, from: Data(NILMReport._dumpHelp().utf8)).command
        Console.print(bytes: Array(ManualPage(program, version: Version.text).text.utf8))
    }
}
