/// What a figure's file says of the run it was drawn from, so that one that was pasted elsewhere can be traced: results,
/// configuration and what made them, without what differs each time (durations, memory, threads).
package struct FigureOrigin: Encodable {
    /// The scores of an appliance; results.json has more.
    struct Scores: Encodable {
        let name: String
        let n: Int
        let nOn: Int
        let onThresholdW: Double
        let metrics: MetricValues
        @Nullable var skill: Double?
    }

    struct Results: Encodable {
        let run: RunSummary
        let appliances: [Scores]
        let gates: [GateResult]
    }

    struct Program: Encodable {
        let tool: String
        let versions: [Provenance.Version]
        let operatingSystem: String
        let cpu: String
        @Nullable var instructionSet: String?
        @Nullable var blasKernel: String?
    }

    let results: Results
    /// The text of config.yaml; nil for imported predictions.
    @Nullable var configuration: String?
    let provenance: Program

    package init(_ results: Runs.Results, configuration: String?, provenance: Provenance) {
        self.results = Results(
            run: results.run,
            appliances: results.appliances.map {
                Scores(
                    name: $0.name, n: $0.n, nOn: $0.nOn, onThresholdW: $0.onThresholdW, metrics: $0.metrics,
                    skill: $0.skill)
            }, gates: results.gates)
        self.configuration = configuration
        self.provenance = Program(
            tool: provenance.tool, versions: provenance.versions, operatingSystem: provenance.operatingSystem,
            cpu: provenance.cpu, instructionSet: provenance.instructionSet, blasKernel: provenance.blasKernel)
    }

    /// On one line.
    package func bytes() throws(JSONFileError) -> [UInt8] { try JSONFile.bytes(of: self, isCompact: true) }
}
