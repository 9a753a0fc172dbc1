import Wording

/// Which houses are read for which appliances.
struct HousePlan {
    /// Canonical names in the order asked for, each once.
    let appliances: [String]
    private let housesOf: [String: [Int]]

    /// Every house that is used, ascending.
    var houses: [Int] { Set(housesOf.values.joined()).sorted() }

    /// Checks the request against what the data set has.
    init(_ request: DatasetRequest, _ reader: any HouseReader) throws(DatasetError) {
        for house in request.trainHouses + request.testHouses where !reader.houses.contains(house) {
            throw .unknownHouse(
                house, available: reader.houses, explanation: reader.explanation(ofMissing: house))
        }
        if let both = request.trainHouses.first(where: request.testHouses.contains) {
            throw .houseInTrainingAndTest(both)
        }
        var available: [Int: [String]] = [:]
        for house in reader.houses { available[house] = reader.appliances(of: house) }
        guard available.values.contains(where: { !$0.isEmpty }) else { throw .noTruth }
        let byHouse = Dictionary(uniqueKeysWithValues: available.map { ("house \($0.key)", $0.value) })
        guard !request.appliances.isEmpty else { throw .noAppliance(available: byHouse) }

        var appliances: [String] = []
        var housesOf: [String: [Int]] = [:]
        for asked in request.appliances {
            let name = Appliances.canonicalName(asked)
            if appliances.contains(name) { continue }
            let having = reader.houses.filter { available[$0]?.contains(name) ?? false }
            let named = request.trainHouses + request.testHouses
            for house in named where !having.contains(house) {
                if having.isEmpty, reader.missingFile(of: name, in: house) == nil { break }
                throw .houseWithoutAppliance(
                    name, house: "house \(house)", missingFile: reader.missingFile(of: name, in: house),
                    available: available[house] ?? [])
            }
            guard !having.isEmpty else {
                throw .unknownAppliance(
                    name, nearest: Spelling.nearest(to: name, among: Set(available.values.joined())),
                    available: byHouse)
            }
            let training =
                request.trainHouses.isEmpty
                ? having.filter { !request.testHouses.contains($0) } : request.trainHouses
            guard !training.isEmpty else { throw .noTrainingHouse(appliance: name) }
            appliances.append(name)
            housesOf[name] = training + request.testHouses
        }
        self.appliances = appliances
        self.housesOf = housesOf
    }

    /// Whether the appliance's data come from the house, too.
    func uses(_ house: Int, for appliance: String) -> Bool { housesOf[appliance]?.contains(house) ?? false }
}
