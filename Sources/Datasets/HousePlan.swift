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
        // Houses that nothing is read of need not be there any more.
        let isTestAlone = request.scope != .all && !request.testHouses.isEmpty
        let named = (isTestAlone ? [] : request.trainHouses) + request.testHouses
        for house in named where !reader.houses.contains(house) {
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
            appliances.append(name)
            housesOf[name] = try Self.houses(having: having, of: name, request)
        }
        self.appliances = appliances
        self.housesOf = housesOf
    }

    /// The houses whose rows the request's scope takes in, of those `having` the appliance.
    private static func houses(
        having: [Int], of appliance: String, _ request: DatasetRequest
    ) throws(DatasetError) -> [Int] {
        if request.scope == .unseen { return request.testHouses.isEmpty ? having : request.testHouses }
        // A test house is scored entirely; without one the training houses are, in their last rows.
        if request.scope == .test, !request.testHouses.isEmpty { return request.testHouses }
        let training =
            request.trainHouses.isEmpty ? having.filter { !request.testHouses.contains($0) } : request.trainHouses
        guard !training.isEmpty else { throw .noTrainingHouse(appliance: appliance) }
        return training + request.testHouses
    }

    /// The appliances that are read of a house.
    func appliances(of house: Int) -> [String] { appliances.filter { housesOf[$0]?.contains(house) ?? false } }

    /// Every house with the appliances that are read of it.
    var meters: [(house: Int, appliances: [String])] { houses.map { ($0, appliances(of: $0)) } }
}
