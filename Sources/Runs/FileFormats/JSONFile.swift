import Foundation
import Support

/// Values as JSON files: snake_case keys, sorted, two-space indent, a line end at the end.
///
/// The same value gives the same bytes. A file says in `schema` which shape it has; another one is refused.
package enum JSONFile {
    private struct Schema: Decodable { var schema: String }

    /// `isCompact`: on one line, for machines.
    package static func bytes(of value: some Encodable, isCompact: Bool = false) throws(JSONFileError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if !isCompact { encoder.outputFormatting.insert(.prettyPrinted) }
        encoder.keyEncodingStrategy = .convertToSnakeCase
        do {
            return Array(try encoder.encode(value)) + [UInt8(ascii: "\n")]
        } catch {
            throw .notWritable(problem: problem(of: error).text)
        }
    }

    static func read<Value: Decodable>(
        _ type: Value.Type, schemas: [String], path: String
    ) throws(JSONFileError) -> Value {
        let bytes: [UInt8]
        do throws(FileError) { bytes = try FileReader.bytes(of: path, most: FileReader.mostText) } catch {
            throw .file(error)
        }
        return try decode(type, schemas: schemas, bytes: bytes, path: path)
    }

    /// Decodes bytes; `path` is what errors call them.
    static func decode<Value: Decodable>(
        _ type: Value.Type, schemas: [String], bytes: [UInt8], path: String
    ) throws(JSONFileError) -> Value {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let progress = Progress(path: path, schemas: schemas)
        decoder.userInfo[.progress] = progress
        do {
            // Without a copy: a run of many years has a hundred megabytes.
            return try bytes.withUnsafeBytes { bytes in
                let data = bytes.baseAddress.map {
                    Data(bytesNoCopy: UnsafeMutableRawPointer(mutating: $0), count: bytes.count, deallocator: .none)
                }
                return try decoder.decode(Content<Value>.self, from: data ?? Data()).value
            }
        } catch let error as JSONFileError {
            throw error
        } catch {
            // A number without a key is one that does not fit, where the file was read as JSON.
            let isNumber = if case DecodingError.dataCorrupted = error { progress.isJSON } else { false }
            throw described(
                error, path: path, keyless: isNumber ? "has a number that does not fit into its place" : nil)
        }
    }

    /// How far a file was read. One decoder on one thread writes and reads it.
    private final class Progress: @unchecked Sendable {
        let path: String
        /// Those that are expected, the current one first.
        let schemas: [String]
        /// Whether its text is JSON.
        var isJSON = false

        init(path: String, schemas: [String]) {
            self.path = path
            self.schemas = schemas
        }
    }

    /// What is in a file of the expected schema, which is looked at first: another version's missing keys are not the
    /// reader's news.
    private struct Content<Value: Decodable>: Decodable {
        let value: Value

        init(from decoder: any Decoder) throws {
            guard let progress = decoder.userInfo[.progress] as? Progress else {
                preconditionFailure("the decoder is told of its progress")
            }
            progress.isJSON = true
            let got = try Schema(from: decoder).schema
            guard progress.schemas.contains(got) else {
                throw JSONFileError.schema(path: progress.path, expected: progress.schemas[0], got: got)
            }
            value = try Value(from: decoder)
        }
    }

    private static func described(_ error: any Error, path: String, keyless: String? = nil) -> JSONFileError {
        let (key, text) = problem(of: error)
        return key.isEmpty
            ? .notJSON(path: path, problem: keyless ?? text) : .key(path: path, key: key, problem: text)
    }

    /// The key that an error is about, "" for the whole file, and what is wrong, in words.
    private static func problem(of error: any Error) -> (key: String, text: String) {
        switch error {
        case DecodingError.keyNotFound(let key, let context):
            (place(context.codingPath + [key]), "is missing")
        case DecodingError.typeMismatch(let type, let context):
            (place(context.codingPath), "is not a value of the kind \(type)")
        case DecodingError.valueNotFound(_, let context): (place(context.codingPath), "must not be null")
        case DecodingError.dataCorrupted(let context):
            (place(context.codingPath), context.codingPath.isEmpty ? "is not JSON" : "has a value that is not allowed")
        case EncodingError.invalidValue(let value, let context):
            (place(context.codingPath), "\(place(context.codingPath)) cannot be \(value)")
        default: ("", "\(error)")
        }
    }

    /// A key's place as it stands in the file: `appliances[0].metrics`.
    private static func place(_ path: [any CodingKey]) -> String {
        path.reduce("") { place, key in
            if let index = key.intValue { return place + "[\(index)]" }
            return (place.isEmpty ? "" : place + ".") + snakeCase(key.stringValue)
        }
    }

    private static func snakeCase(_ name: String) -> String {
        name.map { $0.isUppercase ? "_" + $0.lowercased() : String($0) }.joined()
    }
}

extension CodingUserInfoKey {
    fileprivate static let progress: CodingUserInfoKey = {
        guard let key = CodingUserInfoKey(rawValue: "progress") else { preconditionFailure("any name is a key") }
        return key
    }()
}

/// Why results.json or manifest.json was not read or written.
package enum JSONFileError: Error, Equatable {
    case file(FileError)
    case schema(path: String, expected: String, got: String)
    case key(path: String, key: String, problem: String)
    case notJSON(path: String, problem: String)
    /// A value that JSON cannot hold, such as NaN.
    case notWritable(problem: String)
}

extension JSONFileError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .file(let error): error.description
        case .schema(let path, let expected, let got):
            "\(path): expected the schema \(expected), got \"\(got)\"; it was written by another version of this "
                + "program or is another kind of file"
        case .key(let path, let key, let problem):
            "\(path): the key \(key) \(problem); the file is damaged or was edited: copy it again or make the run again"
        case .notJSON(let path, let problem):
            "\(path): \(problem); the file is damaged or cut short: copy it again or make the run again"
        case .notWritable(let problem): "cannot be written as JSON: \(problem)"
        }
    }
}

/// A value that may be undefined and then stands in JSON as null, not as a missing key.
///
/// A reader of results.json can so tell "not defined" from "written by a program that did not know the key".
@propertyWrapper package struct Nullable<Value: Codable & Equatable & Sendable>: Codable, Equatable, Sendable {
    package var wrappedValue: Value?

    package init(wrappedValue: Value?) { self.wrappedValue = wrappedValue }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        wrappedValue = container.decodeNil() ? nil : try container.decode(Value.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let wrappedValue { try container.encode(wrappedValue) } else { try container.encodeNil() }
    }
}
