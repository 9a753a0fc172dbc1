import Foundation
import Runs
import TestSupport
import Testing

/// Damaged files of results are read or refused by name and key.
@Suite("Damaged results") struct ResultsFuzzTests {
    /// What is damaged: anything, or numbers only.
    enum Place: String, CaseIterable { case anywhere, numbers }

    @Test("are read or refused by name", arguments: Place.allCases) func read(place: Place) {
        let sound = Array(SampleRun.results.utf8)
        var damage = Damage.json(seed: 35)
        var counts = (read: 0, refused: 0)
        for _ in 0..<Damage.inputs {
            let bytes = place == .numbers ? damage.values(of: sound) : damage.bytes(of: sound)
            do throws(JSONFileError) {
                let results = try ResultsFile.decode(bytes, path: "results.json")
                // What was read can be written: no number that JSON has not.
                _ = try ResultsFile.bytes(of: results, isCompact: true)
                counts.read += 1
            } catch {
                #expect("\(error)".hasPrefix("results.json: "), "\(error)")
                counts.refused += 1
            }
        }
        #expect(counts.read > Damage.inputs / 100 && counts.refused > Damage.inputs / 100, "\(counts)")
    }
}
