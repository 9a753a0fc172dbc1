/// results.json: every number of a report.
package enum ResultsFile {
    package static let name = "results.json"

    package static func read(path: String) throws(JSONFileError) -> Results {
        try checked(JSONFile.read(Results.self, schemas: Results.schemas, path: path), path: path)
    }

    /// Reads bytes in memory; `path` is what errors call them.
    package static func decode(_ bytes: [UInt8], path: String) throws(JSONFileError) -> Results {
        try checked(JSONFile.decode(Results.self, schemas: Results.schemas, bytes: bytes, path: path), path: path)
    }

    private static func checked(_ results: Results, path: String) throws(JSONFileError) -> Results {
        try results.check(path: path)
        return results
    }

    /// In the current schema. `isCompact`: on one line, as a page embeds it.
    package static func bytes(of results: Results, isCompact: Bool = false) throws(JSONFileError) -> [UInt8] {
        var results = results
        results.schema = Results.currentSchema
        return try JSONFile.bytes(of: results, isCompact: isCompact)
    }
}

/// How much a results.json may hold: ten times what a run of this program has at most, so that nobody's file keeps a
/// command busy for hours with what no person would look at.
extension Results {
    /// The largest public houses have some fifty meters.
    package static let mostAppliances = 1000
    /// A run shows four windows of an appliance, and one more where its attention was imported.
    static let mostWindowsOfAppliance = 50
    /// Some ten layers of three scales, for each of some thirty appliances.
    static let mostMaps = 10_000

    /// Refuses a file that is larger in any of these.
    func checkSizes(path: String) throws(JSONFileError) {
        func check(_ key: String, _ count: Int, _ most: Int, _ what: String) throws(JSONFileError) {
            guard count > most else { return }
            throw .key(path: path, key: key, problem: "has \(count) \(what), and at most \(most) are read")
        }
        try check("appliances", appliances.count, Self.mostAppliances, "appliances")
        try check("attention", attention.count, Self.mostMaps, "maps")
        var counts: [String: Int] = [:]
        for window in windows { counts[window.appliance, default: 0] += 1 }
        try check("windows", counts.count, Self.mostAppliances, "appliances")
        for count in counts.values { try check("windows", count, Self.mostWindowsOfAppliance, "of one appliance") }
    }
}
