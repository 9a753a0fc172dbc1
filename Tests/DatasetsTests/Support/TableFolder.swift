import Foundation
import Support
import TestSupport

@testable import Datasets

/// Tables in a folder that goes away with it.
final class TableFolder {
    let folder: TemporaryFolder
    var path: String { folder.path }

    init() throws { folder = try TemporaryFolder() }

    /// Writes a file; returns its path.
    @discardableResult
    func write(_ text: String, to name: String = "meter.csv") throws -> String {
        try Data(text.utf8).write(to: URL(fileURLWithPath: folder(name)))
        return folder(name)
    }

    /// Reads house 1 of a CSV file on a grid of 10 s, gaps as they are.
    func read(
        _ text: String, _ options: CSVOptions = CSVOptions(), zone: String? = nil, appliances: [String]? = nil,
        period: Int = 10
    ) throws -> HouseData {
        let meter = try CSVMeter(file: try write(text), options: options, zone: zone)
        let grid = Grid(
            period: period, preparation: PreparationOptions(fillLimit: 0, stuckLimit: 0).over(meter.preparation))
        return try meter.read(house: 1, appliances: appliances ?? meter.appliances(of: 1), on: grid)
    }
}
