/// Why a safetensors file was not read or written.
package enum SafetensorsError: Error, Equatable {
    case file(FileError)
    /// Shorter than its own lengths say.
    case truncated(source: String, expectedBytes: Int, gotBytes: Int)
    /// The header's length field is not one a header can have.
    case headerLength(source: String, got: UInt64)
    /// The header is not the JSON that the format asks for.
    case header(source: String, problem: String)
    /// A tensor's entry contradicts itself or the others.
    case tensor(source: String, name: String, problem: String)
}

extension SafetensorsError: CustomStringConvertible {
    package var description: String {
        let advice = "the file is damaged or not safetensors; copy or save it again"
        return switch self {
        case .file(let error): error.description
        case .truncated(let source, let expected, let got):
            "\(source): expected at least \(expected) bytes, got \(got); \(advice)"
        case .headerLength(let source, let got):
            "\(source): header length must be from 2 to \(Safetensors.longestHeader) bytes, got \(got); \(advice)"
        case .header(let source, let problem): "\(source): header: \(problem); \(advice)"
        case .tensor(let source, let name, let problem): "\(source): tensor \"\(name)\": \(problem); \(advice)"
        }
    }
}
