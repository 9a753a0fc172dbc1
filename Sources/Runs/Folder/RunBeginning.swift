import Support

/// checkpoint/run.json: what a run was when it began. It goes on only as the same.
package struct RunBeginning: Codable, Equatable, Sendable {
    package static let name = "run.json"
    package static let currentSchema = "nilm-report/checkpoint/1"

    package var schema = RunBeginning.currentSchema
    /// This program's version.
    package var tool: String
    /// The text of config.yaml.
    package var configuration: String
    /// Unix seconds: the run keeps the time at which it began.
    package var created: Int
    /// The kernels' instruction set, which decides the last bits.
    package var instructionSet: String
    /// Whether it is made to be shared, without real times.
    package var isShared: Bool
    /// sha256 of this file with nothing here; nil in memory.
    private var checksum: String?

    package init(tool: String, configuration: String, created: Int, instructionSet: String, isShared: Bool = false) {
        self.tool = tool
        self.configuration = configuration
        self.created = created
        self.instructionSet = instructionSet
        self.isShared = isShared
    }

    package static func read(path: String) throws(JSONFileError) -> RunBeginning {
        var read = try JSONFile.read(RunBeginning.self, schemas: [currentSchema], path: path)
        let got = read.checksum
        read.checksum = nil
        guard try read.sum == got else {
            throw .key(path: path, key: "checksum", problem: "is not that of the rest")
        }
        try NumberCheck(path: path).time(read.created, "created")
        return read
    }

    /// With its checksum.
    package func bytes() throws(JSONFileError) -> [UInt8] {
        var sealed = self
        sealed.checksum = try sum
        return try JSONFile.bytes(of: sealed)
    }

    private var sum: String {
        get throws(JSONFileError) {
            var sealed = self
            sealed.checksum = ""
            return FileHash.sha256(try JSONFile.bytes(of: sealed))
        }
    }

    /// Why a run that began so can't be gone on with as `other`, in words; nil if it can.
    func difference(from other: RunBeginning) -> String? {
        if tool != other.tool { return "it was made by \(tool), this is \(other.tool)" }
        if instructionSet != other.instructionSet {
            return "it was computed with \(instructionSet) kernels, here they are \(other.instructionSet)"
        }
        if isShared != other.isShared { return "it was begun \(isShared ? "with" : "without") --share" }
        let (old, new) = (lines, other.lines)
        guard let (was, now) = zip(old, new).first(where: { $0 != $1 }) else {
            return old.count == new.count ? nil : "its configuration has other settings"
        }
        return "its configuration has \(was), this one has \(now)"
    }

    private var lines: [Substring] { configuration.split(separator: "\n") }
}
