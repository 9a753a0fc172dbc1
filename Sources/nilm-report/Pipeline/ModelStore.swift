import Foundation
import Networks
import Runs
import Support

/// Where a run keeps its models: model.safetensors, or one file an appliance where there are several.
enum ModelStore {
    /// The file's name in the run's folder.
    static func name(of appliance: String, among count: Int) -> String {
        guard count > 1 else { return RunFolder.modelName }
        let spelt = spelt(appliance)
        guard spelt.utf8.count > mostBytes else { return file(spelt) }
        // No name that is not cut has a hyphen.
        let hash = FileHash.sha256(appliance).prefix(16)
        return file(spelt.prefix(mostBytes - 17) + "-" + hash)
    }

    /// The models of a run, one for each of its appliances, in its order; a file that is not as the run's manifest says
    /// is refused.
    static func models(of run: RunFolder, appliances: [String]) throws -> [ModelFile] {
        try appliances.map { appliance in
            try ModelFile(contentsOf: run.verifiedPath(of: name(of: appliance, among: appliances.count, in: run)))
        }
    }

    /// The file's name in a run that is there: earlier versions did not cut it.
    static func name(of appliance: String, among count: Int, in run: RunFolder) -> String {
        let uncut = file(spelt(appliance))
        let isUncut = count > 1 && run.manifest.files.contains { $0.path == uncut }
        return isUncut ? uncut : name(of: appliance, among: count)
    }

    /// Refuses names of appliances that there is no model for; returns the names to use: all if none are `wanted`.
    static func choose(_ wanted: [String], among names: [String], of path: String) throws(Failure) -> [String] {
        if let other = wanted.first(where: { !names.contains($0) }) {
            let known = names.joined(separator: ", ")
            throw Failure("\(path): has no model for \(other); it has those of \(known)", exitCode: .usage)
        }
        return names.filter { wanted.isEmpty || wanted.contains($0) }
    }

    /// With `model-` and the ending that is far below the 255 bytes of file systems, and the 143 of some that encrypt.
    private static let mostBytes = 120

    private static func file(_ name: some StringProtocol) -> String { "model-\(name).safetensors" }

    /// What is no letter or digit is spelt out, so that a name can't lead out of the folder and two stay apart.
    private static func spelt(_ name: String) -> String {
        name.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                String(UnicodeScalar(byte))
            default: "%" + String(byte, radix: 16)
            }
        }.joined()
    }
}
