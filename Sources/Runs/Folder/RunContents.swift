import Support

/// What figures and page are drawn from: a run folder's content, or the same made from another program's predictions.
package struct RunContents: Sendable {
    package var results: Results
    /// The test part's rows, in the order of data/predictions.csv, with powers as they are scored: what is drawn and added
    /// up is what the metrics are of.
    package var series: [PredictionSeries] {
        didSet { parts = series.places }
    }
    /// Where the parts of each appliance and house stand in `series`.
    private var parts: [PredictionSeries.Meter: [Int]]
    /// The tensors of data/attention.safetensors by name; see ``AttentionMap``.
    package var attention: [String: Safetensors.Tensor]

    /// `series` are the rows of data/predictions.csv.
    package init(
        results: Results, series: [PredictionSeries], attention: [String: Safetensors.Tensor]
    ) {
        self.results = results
        let states = results.appliancesByName.mapValues(\.states)
        self.series = series.map { part in
            let states = states[part.appliance] ?? nil
            return part.scored(truth: states?.truthPowers, prediction: states?.predictionPowers)
        }
        parts = series.places
        self.attention = attention
    }

    /// The rows of a shown window; nil if predictions.csv does not have all of them.
    package func rows(of window: ShownWindow) -> PredictionSeries? {
        let own = parts[PredictionSeries.Meter(appliance: window.appliance, house: window.house)] ?? []
        for index in own {
            if let rows = series[index].rows(of: window) { return rows }
        }
        return nil
    }
}

extension Results {
    /// The first of each name.
    package var appliancesByName: [String: ApplianceResult] {
        Dictionary(appliances.map { ($0.name, $0) }) { first, _ in first }
    }
}

extension PredictionSeries {
    /// Whose rows a series has.
    package struct Meter: Hashable, Sendable {
        package let appliance: String
        package let house: String
    }

    package var meter: Meter { Meter(appliance: appliance, house: house) }

    /// The rows of a shown window; nil if the series does not have all of them.
    fileprivate func rows(of window: ShownWindow) -> PredictionSeries? {
        guard window.appliance == appliance, window.house == house, window.start >= start else { return nil }
        let first = (window.start - start) / periodS
        guard first + window.steps <= predictionW.count else { return nil }
        return slice(first..<first + window.steps)
    }
}

extension [PredictionSeries] {
    /// The rows of a shown window; nil if no series has all of them.
    package func rows(of window: ShownWindow) -> PredictionSeries? {
        for part in self {
            if let rows = part.rows(of: window) { return rows }
        }
        return nil
    }

    /// The parts of each appliance in each house, in the order of the first ones.
    package var byMeter: [[PredictionSeries]] {
        places.values.sorted { $0[0] < $1[0] }.map { own in own.map { self[$0] } }
    }

    /// Where the parts of each appliance and house stand.
    fileprivate var places: [PredictionSeries.Meter: [Int]] {
        Dictionary(grouping: indices) { self[$0].meter }
    }
}

/// Consecutive samples of one appliance in one house, without gaps: rows of data/predictions.csv.
package struct PredictionSeries: Equatable, Sendable {
    package var appliance: String
    package var house: String
    /// Unix seconds of the first sample.
    package var start: Int
    /// Seconds between samples.
    package var periodS: Int
    /// Watts, all of one length. `truthW` is nil for a meter without ground truth.
    package var aggregateW: [Float]
    package var truthW: [Float]?
    package var predictionW: [Float]

    package init(
        appliance: String, house: String, start: Int, periodS: Int, aggregateW: [Float], truthW: [Float]?,
        predictionW: [Float]
    ) {
        precondition(
            aggregateW.count == predictionW.count && (truthW.map { $0.count == predictionW.count } ?? true),
            "aggregate, truth and prediction need one length")
        self.appliance = appliance
        self.house = house
        self.start = start
        self.periodS = periodS
        self.aggregateW = aggregateW
        self.truthW = truthW
        self.predictionW = predictionW
    }

    /// The samples at `range`, as a series of their own.
    package func slice(_ range: Range<Int>) -> PredictionSeries {
        PredictionSeries(
            appliance: appliance, house: house, start: start + range.lowerBound * periodS, periodS: periodS,
            aggregateW: Array(aggregateW[range]), truthW: truthW.map { Array($0[range]) },
            predictionW: Array(predictionW[range]))
    }
}

extension PredictionSeries {
    /// Whether a sample follows this series' last one.
    func continues(_ appliance: String, _ house: String, _ time: Int, hasTruth: Bool) -> Bool {
        time.subtractingReportingOverflow(start) == (predictionW.count * periodS, false)
            && hasTruth == (truthW != nil) && appliance == self.appliance && house == self.house
    }

    mutating func append(_ aggregate: Float, _ truth: Float?, _ prediction: Float) {
        aggregateW.append(aggregate)
        if let truth { truthW?.append(truth) }
        predictionW.append(prediction)
    }

    fileprivate mutating func append(_ next: PredictionSeries) {
        aggregateW += next.aggregateW
        if let truth = next.truthW { truthW?.append(contentsOf: truth) }
        predictionW += next.predictionW
    }
}

extension [PredictionSeries] {
    /// With neighbours that follow each other as one series, as data/predictions.csv is read: sums over it differ in their
    /// last digits from sums over its parts.
    package var joinedNeighbours: [PredictionSeries] {
        reduce(into: []) { joined, next in
            if joined.last?.periodS == next.periodS,
                joined.last?.continues(next.appliance, next.house, next.start, hasTruth: next.truthW != nil) == true
            {
                joined[joined.count - 1].append(next)
            } else {
                joined.append(next)
            }
        }
    }
}
