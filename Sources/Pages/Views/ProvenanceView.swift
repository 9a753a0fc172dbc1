import Runs
import Support

/// What made the run.
struct ProvenanceView {
    struct Stage {
        let stage: Text
        let seconds: ValueView
    }

    let facts: [FactView]
    let hasDurations: Bool
    let durations: [Stage]

    init(_ provenance: Provenance) {
        func computed(_ name: String?) -> Text {
            name.map(Text.init(asItStands:))
                ?? Text("none: this run computed nothing", es: "ninguno: esta ejecución no calculó nada")
        }
        facts =
            [FactView(Text("Program", es: "Programa"), verbatim: provenance.tool)]
            + provenance.versions.map { FactView(Text(asItStands: $0.name), verbatim: $0.version) }
            + [
                FactView(Text("Operating system", es: "Sistema operativo"), verbatim: provenance.operatingSystem),
                FactView(Text("Processor (CPU)", es: "Procesador (CPU)"), verbatim: provenance.cpu),
                FactView(Text("Logical processors", es: "Procesadores lógicos"), verbatim: String(provenance.cores)),
                FactView(
                    Text("Threads used", es: "Hilos usados"),
                    measured: provenance.threads.map { Text(verbatim: String($0)) }),
                FactView(
                    Text("Instruction set of the kernels", es: "Juego de instrucciones de los núcleos de cálculo"),
                    computed(provenance.instructionSet)),
                FactView(
                    Text("Kernel of the matrix library (BLAS)", es: "Núcleo de la biblioteca de matrices (BLAS)"),
                    computed(provenance.blasKernel)),
                FactView(
                    Text("Peak memory", es: "Memoria máxima"), measured: provenance.peakRssBytes.map(AmountText.bytes)),
            ]
        durations = provenance.durations.map { duration in
            Stage(stage: StageName.text(duration.stage), seconds: .significant(duration.seconds))
        }
        hasDurations = !durations.isEmpty
    }
}
