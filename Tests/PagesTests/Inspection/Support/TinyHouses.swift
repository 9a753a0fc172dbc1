import Datasets
import Foundation
import Pages
import TestSupport

/// Made-up houses in UK-DALE's layout, and what is found in them.
final class TinyHouses {
    static let start = 1_424_736_000
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Writes a house whose channel 1 is its aggregate; a channel is its readings, nil where there is no file.
    func write(_ house: Int, labels: String, _ channels: [[(time: Int, watts: Int)]?]) throws {
        try FileManager.default.createDirectory(
            atPath: folder("house_\(house)"), withIntermediateDirectories: true)
        try Data(labels.utf8).write(to: URL(fileURLWithPath: folder("house_\(house)/labels.dat")))
        for (index, readings) in channels.enumerated() {
            guard let readings else { continue }
            let text = readings.map { "\(Self.start + $0.time) \($0.watts)\n" }.joined()
            try Data(text.utf8).write(to: URL(fileURLWithPath: folder("house_\(house)/channel_\(index + 1).dat")))
        }
    }

    func inspection(period: Int = 6) throws -> Inspection {
        let audit = try DatasetAudit.load(
            DatasetRequest(source: .measured(.ukdale, path: folder.path), period: period, seed: 0, window: 1, stride: 1)
        )
        return Inspection(source: "ukdale:x", of: audit)
    }

    /// `count` readings every `step` seconds from `from` on.
    static func every(_ step: Int, _ count: Int, from: Int = 0, _ watts: (Int) -> Int) -> [(time: Int, watts: Int)] {
        (0..<count).map { (time: from + step * $0, watts: watts($0)) }
    }
}
