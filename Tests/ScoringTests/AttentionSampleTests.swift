import Datasets
import Networks
import Runs
import Support
import Testing

@testable import Scoring

@Suite("Attention samples")
struct AttentionSampleTests {
    private static let network = SeedModel(SeedModel.Shape(width: 8, heads: 2, depth: 2, scale: 4, dropout: 0))

    private func sample(steps: Int) -> AttentionSample {
        let aggregate = (0..<steps).map { Float($0 % 7 * 100) }
        let window = ShownWindow(
            id: "kettle-best", appliance: "kettle", house: "house_1", start: 600, steps: steps,
            rule: .importedAttention, maeW: 1)
        let rows = PredictionSeries(
            appliance: "kettle", house: "house_1", start: 600, periodS: 6, aggregateW: aggregate, truthW: nil,
            predictionW: aggregate)
        let predictor = Predictor(
            network: Self.network, parameters: Self.network.layout.initialValues(seed: 1),
            normalisation: Normalisation(aggregateMean: 300, aggregateScale: 200, applianceScale: 1000), threads: 1)
        return AttentionSample(of: window, rows: rows, zone: nil, predictor: predictor, onThresholdW: 250)
    }

    @Test("have a map for each layer and scale, and its tensor under its name")
    func maps() {
        let sample = sample(steps: 37)
        #expect(
            sample.maps.map(\.tensor) == [
                "kettle-best/layer0/fine", "kettle-best/layer0/coarse", "kettle-best/layer1/fine",
                "kettle-best/layer1/coarse",
            ])
        #expect(sample.maps.map(\.scale) == [.fine, .coarse, .fine, .coarse])
        #expect(sample.maps.map(\.keys) == [37, 9, 37, 9])
        // The tail of one step that fills no pool is not seen by the coarse branch.
        #expect(sample.maps.map(\.seconds) == [222, 216, 222, 216])
        #expect(Set(sample.tensors.keys) == Set(sample.maps.map(\.tensor)))
        for map in sample.maps {
            #expect(map.appliance == "kettle" && map.window == "kettle-best" && map.heads == 2)
            #expect(sample.tensors[map.tensor]?.shape == [2, map.cells, map.cells])
            #expect(map.cells == map.keys)
            #expect(map.statistics?.heads.count == 2 && map.statistics?.toleranceS == 24)
            // Without truth there is no edge to look at.
            #expect(map.statistics?.heads.allSatisfy { $0.eventLift == nil && $0.divergence != nil } == true)
        }
    }

    @Test("keep no more cells than a figure can show, and rows that add up to 1")
    func pooled() {
        let sample = sample(steps: 600)
        #expect(sample.maps.map(\.keys) == [600, 150, 600, 150])
        #expect(sample.maps.map(\.cells) == [200, 150, 200, 150])
        for map in sample.maps {
            let values = sample.tensors[map.tensor]?.values ?? []
            for row in stride(from: 0, to: values.count, by: map.cells) {
                #expect(abs(values[row..<row + map.cells].reduce(0, +) - 1) < 1e-4)
            }
        }
    }

    @Test("see the aggregate as the network does, normalised")
    func normalised() {
        let sample = sample(steps: 12)
        var wanted: [Float] = []
        let predictor = Predictor(
            network: Self.network, parameters: Self.network.layout.initialValues(seed: 1), normalisation: .none,
            threads: 1)
        // The same window given in the network's own unit.
        let window = ShownWindow(
            id: "x", appliance: "kettle", house: "house_1", start: 0, steps: 12, rule: .importedAttention, maeW: 0)
        let aggregate = (0..<12).map { (Float($0 % 7 * 100) - 300) / 200 }
        let rows = PredictionSeries(
            appliance: "kettle", house: "house_1", start: 0, periodS: 6, aggregateW: aggregate, truthW: nil,
            predictionW: aggregate)
        wanted =
            AttentionSample(of: window, rows: rows, zone: nil, predictor: predictor, onThresholdW: 250).tensors[
                "x/layer1/fine"]?
            .values ?? []
        #expect(!wanted.isEmpty && sample.tensors["kettle-best/layer1/fine"]?.values == wanted)
    }
}
