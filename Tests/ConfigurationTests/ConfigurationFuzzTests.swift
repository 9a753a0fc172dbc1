import Foundation
import TestSupport
import Testing

@testable import Configuration

/// Damaged configurations and experiments are read or refused with what to mend; those that are read can be written.
@Suite("Damaged configurations") struct ConfigurationFuzzTests {
    private static let configuration = """
        # a configuration
        preset: real
        data: "ukdale:d"
        appliances: [kettle, 'washing machine']
        train_houses:
          - 1
          - 5
        split: &s [60, 20, 20]
        windows: [kettle=256]
        budget: 4m
        from: null
        learning_rate: 1e-3

        """
    private static let experiment = """
        settings: {preset: real, epochs: 3, width: 8, heads: 2}
        data:
          one: {data: "ukdale:d", train_houses: [1]}
          two: {data: "refit:d", appliances: [fridge]}
        appliances: [kettle, fridge]
        models:
          wide: &w {width: 16}
          plain:
          again: *w
        seeds: [7, 8]

        """

    /// What is damaged: anything, or numbers only.
    enum Place: String, CaseIterable { case anywhere, numbers }

    @Test("are read or refused with their place", arguments: Place.allCases) func configurations(place: Place) {
        fuzz(Self.configuration, place) { text throws(ConfigurationError) in
            let configuration = try ConfigurationFile.configuration(text: text, path: "c.yaml")
            let written = ConfigurationFile.text(of: configuration)
            #expect(try ConfigurationFile.configuration(text: written, path: "c.yaml") == configuration)
        }
    }

    @Test("of experiments are read or refused with their place", arguments: Place.allCases)
    func experiments(place: Place) {
        fuzz(Self.experiment, place) { text throws(ConfigurationError) in
            #expect(try !ExperimentFile.experiment(text: text, path: "c.yaml").cases().isEmpty)
        }
    }

    private func fuzz(_ text: String, _ place: Place, read: (String) throws(ConfigurationError) -> Void) {
        let sound = Array(text.utf8)
        var damage = Damage.yaml(seed: 37)
        var counts = (read: 0, refused: 0)
        for _ in 0..<Damage.inputs {
            let bytes = place == .numbers ? damage.values(of: sound) : damage.bytes(of: sound)
            do throws(ConfigurationError) {
                try read(String(decoding: bytes, as: UTF8.self))
                counts.read += 1
            } catch {
                #expect(Self.saysWhere(error), "\(error)")
                counts.refused += 1
            }
        }
        #expect(counts.read > Damage.inputs / 1000 && counts.refused > Damage.inputs / 100, "\(counts)")
    }

    /// Settings that contradict each other may come from anywhere; all else names the file.
    private static func saysWhere(_ error: ConfigurationError) -> Bool {
        if case .contradiction(let text) = error { return !text.isEmpty }
        return "\(error)".hasPrefix("c.yaml")
    }
}
