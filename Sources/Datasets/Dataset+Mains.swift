extension Dataset {
    /// The whole house's power alone, of one house on the grid: for a meter without ground truth.
    ///
    /// Of the request, source, reading, preparation, period, days and test houses count: of several houses, the test
    /// house is meant.
    package static func mains(_ request: DatasetRequest) throws(DatasetError) -> HouseData {
        guard let reader = try request.source.open(request.reading) else {
            throw .synthetic("it has no meter to predict for; give --input METER.csv")
        }
        let wanted = request.testHouses.isEmpty ? reader.houses : request.testHouses
        guard let house = wanted.first, wanted.count == 1 else { throw .houseUnclear(available: reader.houses) }
        guard reader.houses.contains(house) else {
            throw .unknownHouse(
                house, available: reader.houses, explanation: reader.explanation(ofMissing: house))
        }
        let (grid, sampling) = try reader.grid(request, houses: [(house, [])])
        return try reader.read(house: house, appliances: [], on: grid, sampling[house] ?? [])
    }
}
