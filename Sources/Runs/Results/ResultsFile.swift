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
