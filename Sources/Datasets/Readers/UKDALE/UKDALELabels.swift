import Runs
import Support

/// The content of a house's labels.dat: lines of a channel's number and its name.
struct UKDALELabels {
    /// In the order of the file; names as they stand there.
    let channels: [(number: Int, name: String)]
    /// The channels of the whole house's meter, and those of each appliance by its canonical name, ascending.
    let aggregate: [Int]
    private let appliances: [String: [Int]]
    /// The file itself.
    let source: DataFile

    init(path: String) throws(DatasetError) {
        let bytes: [UInt8]
        do throws(FileError) { bytes = try FileReader.bytes(of: path, most: FileReader.mostText) } catch {
            throw .file(error)
        }
        var channels: [(number: Int, name: String)] = []
        var names: [Int: String] = [:]
        let text = TextEncoding.utf8(bytes)
        for (index, line) in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            let text = String(decoding: line, as: UTF8.self)
            let fields = text.split(maxSplits: 1) { $0.isWhitespace }
            if fields.isEmpty { continue }
            let name = fields.count == 2 ? fields[1].split { $0.isWhitespace }.joined(separator: " ") : ""
            guard let number = Int(fields[0]), number > 0, !name.isEmpty else {
                throw .line(
                    file: path, line: index + 1, expected: "a channel's number and its name, such as '1 aggregate'",
                    got: String(text.prefix(60)).debugDescription, advice: "mend or delete the line")
            }
            if let other = names[number] {
                throw .line(
                    file: path, line: index + 1, expected: "one name for each channel",
                    got: "\(name) for channel \(number), which is already \(other)",
                    advice: "delete the wrong line")
            }
            names[number] = name
            channels.append((number, name))
        }
        guard !channels.isEmpty else { throw .emptyFile(path) }
        self.channels = channels
        aggregate = channels.filter { Appliances.isAggregate($0.name) }.map(\.number).sorted()
        appliances = Dictionary(grouping: channels) { Appliances.canonicalName($0.name) }
            .mapValues { $0.map(\.number).sorted() }
        source = DataFile(path: path, bytes: bytes.count, sha256: FileHash.sha256(bytes))
    }

    /// The channels of an appliance, by its canonical name.
    func channels(of appliance: String) -> [Int] { appliances[appliance] ?? [] }
}

/// Which file the whole house's power is read from in UK-DALE's layout.
package enum UKDALEMains: String, CaseIterable, Sendable {
    /// The aggregate's channels of labels.dat: apparent power every 6 s. Most published scores are of these.
    case channel
    /// mains.dat: active power every second, of houses 1, 2 and 5.
    case file
}
