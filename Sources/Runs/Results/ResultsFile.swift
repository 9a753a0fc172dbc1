/// results.json: every number of a report.
package enum ResultsFile {
    package static let name = "results.json"

    package static func read(path: String) throws(JSONFileError) -> Results {
        let results = try JSONFile.read(Results.self, schema: Results.currentSchema, path: path)
        try results.check(path: path)
        return results
    }

    /// Reads bytes in memory; `path` is what errors call them.
    package static func decode(_ bytes: [UInt8], path: String) throws(JSONFileError) -> Results {
        let results = try JSONFile.decode(Results.self, schema: Results.currentSchema, bytes: bytes, path: path)
        try results.check(path: path)
        return results
    }

    /// `isCompact`: on one line, as a page embeds it.
    package static func bytes(of results: Results, isCompact: Bool = false) throws(JSONFileError) -> [UInt8] {
        try JSONFile.bytes(of: results, isCompact: isCompact)
    }
}
