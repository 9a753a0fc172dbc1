import Foundation
import TestSupport

@testable import Datasets

/// A data set of tiny houses in UK-DALE's layout, in a folder that goes away with it.
final class HouseFolder {
    let folder: TemporaryFolder
    var path: String { folder.path }
    var source: DataSource { .measured(.ukdale, path: path) }

    init() throws { folder = try TemporaryFolder() }

    /// The path of a house's file.
    func path(_ file: String, house: Int = 1) -> String { folder("house_\(house)/\(file)") }

    /// Writes a house's file.
    @discardableResult
    func write(_ text: String, to file: String, house: Int = 1) throws -> HouseFolder {
        try FileManager.default.createDirectory(atPath: folder("house_\(house)"), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: path(file, house: house)))
        return self
    }

    /// Writes a house with labels `1 aggregate, 2 NAME, ...`; each appliance has a reading every 6 s from `start`, its
    /// power is the row's number, and the aggregate's is 100 more.
    @discardableResult
    func writeHouse(
        _ house: Int = 1, appliances: [String] = ["kettle"], rows: Int = 100, start: Int = 1_424_734_800
    ) throws -> HouseFolder {
        let labels = (["aggregate"] + appliances).enumerated().map { "\($0.offset + 1) \($0.element)\n" }
        try write(labels.joined(), to: "labels.dat", house: house)
        for channel in 1...labels.count {
            let lines = (0..<rows).map { "\(start + 6 * $0) \($0 + (channel == 1 ? 100 : 0))\n" }
            try write(lines.joined(), to: "channel_\(channel).dat", house: house)
        }
        return self
    }

    /// A request for the kettle of everything, on the readings' own grid.
    func request(window: Int = 5, stride: Int = 5) -> DatasetRequest {
        DatasetRequest(
            source: source, appliances: ["kettle"], period: 6,
            preparation: PreparationOptions(fillLimit: 0), seed: 0, window: window, stride: stride)
    }
}
