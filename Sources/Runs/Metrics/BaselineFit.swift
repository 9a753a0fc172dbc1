import Support

/// What the baselines of one appliance learnt from training data: all they need to predict again, for other data too.
package struct BaselineFit: Codable, Equatable, Sendable {
    package var appliance: String
    package var source: Said<BaselinesSource>
    /// Watts: the mean power, and the mean of each local hour of the day, 24 of them.
    package var meanW: Double
    package var hourlyW: [Float]?
    /// The power of a rise and its fall, and how long they are apart at most.
    package var edges: Edges?
    /// The powers of the appliance's states, ascending from 0, and the median of what the aggregate has beside the run's
    /// appliances.
    package var statesW: [Float]?
    package var baseLoadW: Float?
    /// Why others could not be learnt.
    package var absent: [AbsentBaseline]

    package struct Edges: Codable, Equatable, Sendable {
        package var powerW: Float
        package var longestS: Int

        package init(powerW: Float, longestS: Int) {
            self.powerW = powerW
            self.longestS = longestS
        }
    }

    package init(
        appliance: String, source: Said<BaselinesSource>, meanW: Double, hourlyW: [Float]? = nil, edges: Edges? = nil,
        statesW: [Float]? = nil, baseLoadW: Float? = nil, absent: [AbsentBaseline] = []
    ) {
        self.appliance = appliance
        self.source = source
        self.meanW = meanW
        self.hourlyW = hourlyW
        self.edges = edges
        self.statesW = statesW
        self.baseLoadW = baseLoadW
        self.absent = absent
    }
}

/// data/baselines.json: what the baselines learnt, an appliance each, so that a run's model can be scored on other data
/// beside baselines that know no more than it does.
package enum BaselineFitFile {
    package static let name = "data/baselines.json"
    private static let schema = "nilm-report/baselines/2"

    private struct Content: Codable {
        var schema: String
        var appliances: [BaselineFit]
    }

    package static func bytes(of appliances: [BaselineFit]) throws(JSONFileError) -> [UInt8] {
        try JSONFile.bytes(of: Content(schema: schema, appliances: appliances))
    }

    package static func read(path: String) throws(JSONFileError) -> [BaselineFit] {
        let appliances = try JSONFile.read(Content.self, schemas: [schema, "nilm-report/baselines/1"], path: path)
            .appliances
        for learnt in appliances where !learnt.isComplete {
            throw .key(path: path, key: "appliances", problem: "has baselines of \(learnt.appliance) that cannot be")
        }
        return appliances
    }
}

extension BaselineFit {
    /// Whether a fit can have given these: predictors rely on it.
    fileprivate var isComplete: Bool {
        meanW >= 0 && hourlyW.map { $0.count == 24 } ?? true && statesW.map { $0.first == 0 && $0.count <= 16 } ?? true
            && edges.map { $0.powerW > 0 && (0...NumberCheck.most).contains($0.longestS) } ?? true
            && (baseLoadW ?? 0) >= 0
    }
}
