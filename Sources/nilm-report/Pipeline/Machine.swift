import Kernels
import Plots
import Runs

/// What this machine offers, for provenance and `doctor`.
enum Machine {
    static func provenance(threads: Int, durations: [Provenance.Duration]) throws -> Provenance {
        Provenance(
            tool: Version.text, versions: versions, operatingSystem: try HostSystem.operatingSystem(),
            cpu: try HostSystem.cpu(), cores: HostSystem.cores,
            instructionSet: Kernels.best.instructionSet.rawValue, blasKernel: BLASKernels.name,
            threads: SourceDate.noted(threads), durations: SourceDate.noted(durations) ?? [],
            peakRssBytes: SourceDate.noted(HostSystem.peakRSSBytes))
    }

    static var versions: [Provenance.Version] {
        [
            Provenance.Version(name: "Swift", version: swift),
            Provenance.Version(name: "cairo", version: Libraries.cairo),
            Provenance.Version(name: "libpng", version: Libraries.png),
            Provenance.Version(name: "BLAS", version: BLASKernels.version),
        ]
    }

    /// The language's version that the program was compiled with.
    private static var swift: String {
        #if compiler(>=6.4)
            "6.4 or later"
        #elseif compiler(>=6.3)
            "6.3"
        #else
            "6.2"
        #endif
    }
}
