import Files
import Foundation
import Models
import Runs

/// Where a run keeps its models: model.safetensors, or one file an appliance where there are several.
enum ModelStore {
    /// The file's name in the run's folder.
    static func name(of appliance: String, among count: Int) -> String {
        guard count > 1 else { return RunFolder.modelName }
        // What is no letter or digit is spelt out, so that a name can't lead out of the folder and two stay apart.
        let safe = appliance.utf8.map { byte -> String in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                String(UnicodeScalar(byte))
            default: "%" + String(byte, radix: 16)
            }
        }
        return "model-\(safe.joined()).safetensors"
    }

    /// The models of a run, one for each of its appliances, in its order; a file that is not as the run's manifest says
    /// is refused.
    static func models(of run: RunFolder, appliances: [String]) throws -> [ModelFile] {
        try appliances.map { appliance in
            try ModelFile(contentsOf: run.verifiedPath(of: name(of: appliance, among: appliances.count)))
        }
    }
}
