import Foundation

extension Safetensors {
    /// The format's own bound on the header, bytes.
    package static let longestHeader = 100_000_000

    /// A tensor's entry in the header.
    struct Entry: Codable {
        var dtype: String
        var shape: [Int]
        /// First byte and the one after the last, counted from the end of the header.
        var dataOffsets: [Int]

        enum CodingKeys: String, CodingKey {
            case dtype, shape
            case dataOffsets = "data_offsets"
        }
    }

    /// The header: metadata and one entry a tensor, side by side in one JSON object.
    struct Header: Codable {
        var metadata: [String: String]
        var entries: [String: Entry]

        private struct Name: CodingKey {
            var stringValue: String
            var intValue: Int? { nil }
            init(stringValue: String) { self.stringValue = stringValue }
            init?(intValue: Int) { return nil }
            static let metadata = Name(stringValue: "__metadata__")
        }

        init(metadata: [String: String], entries: [String: Entry]) {
            self.metadata = metadata
            self.entries = entries
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Name.self)
            metadata = try container.decodeIfPresent([String: String].self, forKey: .metadata) ?? [:]
            entries = [:]
            for name in container.allKeys where name.stringValue != Name.metadata.stringValue {
                entries[name.stringValue] = try container.decode(Entry.self, forKey: name)
            }
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Name.self)
            if !metadata.isEmpty { try container.encode(metadata, forKey: .metadata) }
            for (name, entry) in entries { try container.encode(entry, forKey: Name(stringValue: name)) }
        }
    }
}
