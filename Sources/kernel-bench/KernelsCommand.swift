import ArgumentParser
import Foundation
import Kernels

/// Each kernel on each instruction set, as a share of the peak measured in the same run.
struct KernelsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kernels", abstract: "Each kernel on each instruction set, on one thread.")

    @Option(help: "Measurements of each, in turn.")
    var repeats = 15
    @Option(help: ArgumentHelp("Also write a line of JSON for each row.", valueName: "FILE"))
    var json: String?

    /// One kernel on one instruction set.
    struct Record: Codable {
        var kernel: String
        var instructionSet: String
        var microseconds: Double
        /// GFLOP/s or GB/s, and that over the peak measured right beside it.
        var rate: Double
        var unit: String
        var share: Double
        var machine: String
    }

    func run() throws {
        let machine = try KernelBench.machine()
        let memory = CaseMemory()
        let dropout: Dropout? = Dropout(probability: 0.1, seed: 1, step: 0, sequence: 0)
        let records = dropout.withMask(site: 0) { mask -> [Record] in
            guard let mask else { preconditionFailure("a probability above 0 has a mask") }
            return withExtendedLifetime(memory) {
                KernelCase.all(memory, mask: mask).flatMap { measure($0, machine) }
            }
        }
        print("\(machine), one thread, medians of \(repeats)\n")
        let sets = InstructionSet.available.map(\.rawValue)
        var table = Table(["kernel"] + sets.map { $0 + " us" } + sets.map { $0 + " share" } + ["best rate"])
        for name in records.map(\.kernel).reduce(into: [String](), { if $0.last != $1 { $0.append($1) } }) {
            let rows = sets.compactMap { set in records.first { $0.kernel == name && $0.instructionSet == set } }
            let best = rows.max { $0.rate < $1.rate }
            table.add(
                [name] + rows.map(\.microseconds.short) + rows.map { "\(Int(($0.share * 100).rounded())) %" }
                    + [best.map { "\($0.rate.short) \($0.unit)" } ?? "-"])
        }
        print(table.text)
        if let json { try JSONLines.write(records, to: json) }
    }

    /// Alternates the kernel with what its speed is a share of, so that both meet the machine in one mood.
    private func measure(_ kernel: KernelCase, _ machine: String) -> [Record] {
        let (amount, unit, peak): (Double, String, Reference) =
            switch kernel.work {
            case .operations(let operations): (operations, "GFLOP/s", .product())
            case .bytes(let bytes): (bytes, "GB/s", .copy(bytes: bytes))
            }
        let sets = InstructionSet.available
        let runs = sets.map { set in Stopwatch.repetitions { kernel.run(Kernels(set)) } }
        var seconds = [[Double]](repeating: [], count: sets.count)
        var shares = seconds
        for _ in 0..<repeats {
            for (index, set) in sets.enumerated() {
                let kernels = Kernels(set)
                let before = peak.rate()
                let time = Stopwatch.seconds { for _ in 0..<runs[index] { kernel.run(kernels) } }
                let each = time / Double(runs[index])
                seconds[index].append(each)
                shares[index].append(amount / each / ((before + peak.rate()) / 2))
            }
        }
        return sets.enumerated().map { index, set in
            Record(
                kernel: kernel.name, instructionSet: set.rawValue, microseconds: seconds[index].median * 1e6,
                rate: amount / seconds[index].median * 1e-9, unit: unit, share: shares[index].median,
                machine: machine)
        }
    }
}
