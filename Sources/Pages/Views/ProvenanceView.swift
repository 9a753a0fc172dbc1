import Runs

/// What made the run.
struct ProvenanceView {
    struct Stage {
        let stage: String
        let seconds: ValueView
    }

    let facts: [FactView]
    let hasDurations: Bool
    let durations: [Stage]

    init(_ provenance: Provenance) {
        let nothingComputed = "none: this run computed nothing"
        facts =
            [FactView("Program", provenance.tool)]
            + provenance.versions.map { FactView($0.name, $0.version) }
            + [
                FactView("Operating system", provenance.operatingSystem), FactView("Processor (CPU)", provenance.cpu),
                FactView("Logical processors", String(provenance.cores)),
                FactView("Threads used", measured: provenance.threads.map { String($0) }),
                FactView("Instruction set of the kernels", provenance.instructionSet ?? nothingComputed),
                FactView("Kernel of the matrix library (BLAS)", provenance.blasKernel ?? nothingComputed),
                FactView("Peak memory", measured: provenance.peakRssBytes.map(AmountText.bytes)),
            ]
        durations = provenance.durations.map { Stage(stage: $0.stage, seconds: .significant($0.seconds)) }
        hasDurations = !durations.isEmpty
    }
}
