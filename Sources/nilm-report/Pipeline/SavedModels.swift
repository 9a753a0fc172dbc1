import Foundation
import Networks
import Runs
import Support

/// The models at a path that a person gives: those of a run, or that of one file.
struct SavedModels {
    /// A model, what it says of itself, and its file's name.
    typealias Model = (file: ModelFile, description: ModelDescription, name: String)

    let path: String
    /// nil for a file.
    let run: SavedRun?
    let models: [Model]

    /// Refuses a file that does not say what it is for.
    init(path: String) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw FileError.missing(path: path)
        }
        let run = isFolder.boolValue ? try SavedRun(path: path) : nil
        let names =
            run.map { run in
                run.appliances.map { ModelStore.name(of: $0, among: run.appliances.count, in: run.folder) }
            } ?? [(path as NSString).lastPathComponent]
        let files = try run?.models() ?? [ModelFile(contentsOf: path)]
        models = try zip(files, names).map { file, name in
            guard let description = file.description else {
                throw Failure(
                    "\(path): does not say which appliance, sampling period and power scaling it is for, as state "
                        + "dictionaries of other programs; train it here, or import its predictions", exitCode: .usage)
            }
            return (file, description, name)
        }
        self.path = path
        self.run = run
    }

    /// Those of the appliances `wanted`, all if it is empty; refuses names that there is no model for.
    func choose(_ wanted: [String]) throws(Failure) -> [Model] {
        let names = try ModelStore.choose(wanted, among: models.map(\.description.appliance), of: path)
        return models.filter { names.contains($0.description.appliance) }
    }
}
