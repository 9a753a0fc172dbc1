import Support

/// What made a run: program, libraries, machine, time spent. Part of manifest.json and of the page.
package struct Provenance: Codable, Equatable, Sendable {
    /// This program's version, and the commit it was built from if known, with `+dirty` for changed sources.
    package var tool: String
    /// A library's or compiler's name and version, in the order of the page: Swift, cairo, libpng, BLAS.
    package var versions: [Version]
    package var operatingSystem: String
    package var cpu: String
    /// Logical processors.
    package var cores: Int
    /// The kernels' instruction set in use; nil for a run that computed nothing.
    @Nullable package var instructionSet: String?
    /// The BLAS library's kernel in use; nil for a run that computed nothing.
    @Nullable package var blasKernel: String?
    /// nil in a reproducible run, as the peak of memory.
    @Nullable package var threads: Int?
    /// Seconds of each stage, in the order they ran; none in a reproducible run.
    package var durations: [Duration]
    @Nullable package var peakRssBytes: Int?

    package struct Version: Codable, Equatable, Sendable {
        package var name: String
        package var version: String

        package init(name: String, version: String) {
            self.name = name
            self.version = version
        }
    }

    package struct Duration: Codable, Equatable, Sendable {
        package var stage: String
        package var seconds: Double

        package init(stage: String, seconds: Double) {
            self.stage = stage
            self.seconds = seconds
        }
    }

    package init(
        tool: String, versions: [Version], operatingSystem: String, cpu: String, cores: Int, instructionSet: String?,
        blasKernel: String?, threads: Int?, durations: [Duration], peakRssBytes: Int?
    ) {
        self.tool = tool
        self.versions = versions
        self.operatingSystem = operatingSystem
        self.cpu = cpu
        self.cores = cores
        self.instructionSet = instructionSet
        self.blasKernel = blasKernel
        self.threads = threads
        self.durations = durations
        self.peakRssBytes = peakRssBytes
    }
}

extension Provenance {
    /// As it stands in manifest.json and in the page.
    package func bytes() throws(JSONFileError) -> [UInt8] { try JSONFile.bytes(of: self) }
}

/// What a run spent its time on, as manifests name it.
package enum StageName {
    /// Of `data`, or of `training kettle`; another name stays as it is.
    package static func text(_ stage: String) -> Text {
        let words = stage.split(separator: " ", maxSplits: 1).map(String.init)
        guard let activity = words.first, let spanish = spanish[activity] else { return Text(verbatim: stage) }
        return Text("\(stage)", es: "\(spanish)\(words.count > 1 ? " de \(words[1])" : "")")
    }

    private static let spanish = [
        "data": "datos", "baselines": "referencias", "training": "entrenamiento", "predicting": "predicción",
        "evaluating": "evaluación", "writing": "escritura",
    ]
}
