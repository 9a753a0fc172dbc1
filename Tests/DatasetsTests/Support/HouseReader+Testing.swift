import Support

@testable import Datasets

extension HouseReader {
    /// Reads a house on a grid as a run does: with the sampling of its meters.
    func read(house: HouseName, appliances: [String], on grid: Grid) throws(DatasetError) -> HouseData {
        try read(
            house: house, appliances: appliances, on: grid,
            sampling(house: house, appliances: appliances, days: grid.days))
    }
}
