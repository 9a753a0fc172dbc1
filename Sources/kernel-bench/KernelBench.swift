import ArgumentParser
import Kernels
import Runs

/// How fast the kernels and a training step are on this machine; and what they are compared with elsewhere.
@main
struct KernelBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kernel-bench",
        abstract: "Measures kernels, training steps and where their time goes; writes what PyTorch is compared with.",
        discussion: "Times are medians. Leave the machine alone meanwhile; docs/performance.md explains the numbers.",
        subcommands: [
            KernelsCommand.self, StepCommand.self, PredictCommand.self, ProfileCommand.self, ReferenceCommand.self,
        ])

    /// Who measured, for the head of every table.
    static func machine() throws -> String {
        BLASKernels.configure()
        return "\(try HostSystem.cpu()), BLAS kernels \(BLASKernels.name)"
    }
}
