import Support

/// Which houses are read for which appliances.
struct HousePlan {
    /// Canonical names in the order asked for, each once.
    let appliances: [String]
    private let housesOf: [String: [HouseName]]
    /// Houses that were named and have no such appliance, by its name.
    let without: [String: [HouseName]]

    /// Every house that is used, ascending.
    var houses: [HouseName] { Set(housesOf.values.joined()).sorted() }

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
        var available: [HouseName: [String]] = [:]
        for house in reader.houses { available[house] = reader.appliances(of: house) }
        guard available.values.contains(where: { !$0.isEmpty }) else { throw .noTruth }
        let byHouse = Dictionary(uniqueKeysWithValues: available.map { ("house \($0.key)", $0.value) })
        guard !request.appliances.isEmpty else { throw .noAppliance(available: byHouse) }

        var appliances: [String] = []
        var housesOf: [String: [HouseName]] = [:]
        var without: [String: [HouseName]] = [:]
        for asked in request.appliances {
            let name = Appliances.canonicalName(asked)
            if appliances.contains(name) { continue }
            let having = reader.houses.filter { available[$0]?.contains(name) ?? false }
            let lacking = named.filter { !having.contains($0) }
            func lack(_ house: HouseName) -> DatasetError {
                .houseWithoutAppliance(
                    name, house: "house \(house)", missingFile: reader.missingFile(of: name, in: house),
                    available: available[house] ?? [])
            }
            if having.isEmpty {
                if let house = lacking.first(where: { reader.missingFile(of: name, in: $0) != nil }) {
                    throw lack(house)
                }
                throw .unknownAppliance(
                    name, nearest: Spelling.nearest(to: name, among: Set(available.values.joined())),
                    available: byHouse)
            }
            // It is trained on the houses that have it, and scored there; one at least of those that were named has to.
            for houses in [isTestAlone ? [] : request.trainHouses, request.testHouses] {
                if let house = houses.first, houses.allSatisfy(lacking.contains) { throw lack(house) }
            }
            appliances.append(name)
            without[name] = lacking
            housesOf[name] = try Self.houses(having: having, of: name, request)
        }
        for house in named where !housesOf.values.contains(where: { $0.contains(house) }) {
            throw .houseWithoutAppliance(
                appliances.joined(separator: ", "), house: "house \(house)",
                missingFile: appliances.lazy.compactMap { reader.missingFile(of: $0, in: house) }.first,
                available: available[house] ?? [])
        }
        self.appliances = appliances
        self.housesOf = housesOf
        self.without = without.filter { !$0.value.isEmpty }
    }

    /// The houses whose rows the request's scope takes in, of those `having` the appliance.
    private static func houses(
        having: [HouseName], of appliance: String, _ request: DatasetRequest
    ) throws(DatasetError) -> [HouseName] {
        let test = request.testHouses.filter(having.contains)
        if request.scope == .unseen { return test.isEmpty ? having : test }
        // A test house is scored entirely; without one the training houses are, in their last rows.
        if request.scope == .test, !test.isEmpty { return test }
        let named = request.trainHouses.isEmpty ? having : request.trainHouses
        let training = named.filter { having.contains($0) && !test.contains($0) }
        guard !training.isEmpty else { throw .noTrainingHouse(appliance: appliance) }
        return training + test
    }

    /// The appliances that are read of a house.
    func appliances(of house: HouseName) -> [String] { appliances.filter { housesOf[$0]?.contains(house) ?? false } }

    /// Every house with the appliances that are read of it.
    var meters: [(house: HouseName, appliances: [String])] { houses.map { ($0, appliances(of: $0)) } }
}
