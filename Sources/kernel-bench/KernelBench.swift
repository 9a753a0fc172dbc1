import ArgumentParser
import Kernels
import Runs

/// How fast the kernels and a training step are on this machine.
@main
struct KernelBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kernel-bench",
        abstract: "Measures each kernel, training steps and where their time goes.",
        discussion: "Times are medians. Leave the machine alone meanwhile; docs/performance.md explains the numbers.",
        subcommands: [KernelsCommand.self, StepCommand.self, PredictCommand.self, ProfileCommand.self])

    /// Who measured, for the head of every table.
    static func machine() throws -> String {
        BLASKernels.configure()
        return "\(try HostSystem.cpu()), BLAS kernels \(BLASKernels.name)"
    }
}
