import Foundation
import Support

/// The rows that a run's models were trained on and chosen by, as hashes of blocks: by their content they are known again
/// in any file, of any house's name.
package struct TrainingRows: Codable, Equatable, Sendable {
    /// Of one house and the appliances whose models learnt from it.
    package struct House: Codable, Equatable, Sendable {
        package var house: String
        package var appliances: [String]
        /// Base64 of 8 bytes a block, ascending; see ``RowBlocks``.
        package var blocks: String
    }

    /// Seconds of a block; of data without a clock a block is a window.
    package var blockS: Int
    package var houses: [House]

    package init(blockS: Int) {
        self.blockS = blockS
        houses = []
    }

    /// Adds the blocks of a house's rows for one appliance; those that another appliance has, too, stand once.
    package mutating func add(house: String, appliance: String, blocks: Set<UInt64>) {
        let text = Self.text(of: blocks)
        if let index = houses.firstIndex(where: { $0.house == house && $0.blocks == text }) {
            houses[index].appliances.append(appliance)
        } else {
            houses.append(House(house: house, appliances: [appliance], blocks: text))
        }
    }

    /// Of some of the appliances.
    package func of(appliances: [String]) -> TrainingRows {
        var rows = self
        for index in rows.houses.indices { rows.houses[index].appliances.removeAll { !appliances.contains($0) } }
        rows.houses.removeAll(where: \.appliances.isEmpty)
        return rows
    }

    /// Without some blocks.
    package func without(blocks: Set<UInt64>) -> TrainingRows {
        var rows = self
        for index in rows.houses.indices {
            rows.houses[index].blocks = Self.text(of: Self.blocks(rows.houses[index].blocks).subtracting(blocks))
        }
        return rows
    }

    /// The blocks that an appliance's model learnt from, by house.
    package func blocks(of appliance: String) -> [String: Set<UInt64>] {
        houses.filter { $0.appliances.contains(appliance) }.reduce(into: [:]) { known, house in
            known[house.house, default: []].formUnion(Self.blocks(house.blocks))
        }
    }

    private static func text(of blocks: Set<UInt64>) -> String {
        var data = Data(capacity: 8 * blocks.count)
        for block in blocks.sorted() { withUnsafeBytes(of: block.littleEndian) { data.append(contentsOf: $0) } }
        return data.base64EncodedString()
    }

    private static func blocks(_ text: String) -> Set<UInt64> {
        let bytes = [UInt8](Data(base64Encoded: text) ?? Data())
        return Set(
            stride(from: 0, to: bytes.count - bytes.count % 8, by: 8).map { first in
                (0..<8).reduce(0) { $0 | UInt64(bytes[first + $1]) << UInt64(8 * $1) }
            })
    }
}

/// data/learnt-rows.json: ``TrainingRows``.
package enum TrainingRowsFile {
    package static let name = "data/learnt-rows.json"
    private static let schema = "nilm-report/learnt-rows/1"

    private struct Content: Codable {
        var schema: String
        var rows: TrainingRows
    }

    package static func bytes(of rows: TrainingRows) throws(JSONFileError) -> [UInt8] {
        try JSONFile.bytes(of: Content(schema: schema, rows: rows))
    }

    package static func read(path: String) throws(JSONFileError) -> TrainingRows {
        let bytes: [UInt8]
        do throws(FileError) { bytes = try FileReader.bytes(of: path, most: FileReader.mostText) } catch {
            throw .file(error)
        }
        return try decode(bytes, path: path)
    }

    /// Reads bytes in memory; `path` is what errors call them.
    package static func decode(_ bytes: [UInt8], path: String) throws(JSONFileError) -> TrainingRows {
        let rows = try JSONFile.decode(Content.self, schemas: [schema], bytes: bytes, path: path).rows
        try NumberCheck(path: path).positive(rows.blockS, "rows.block_s")
        return rows
    }
}
