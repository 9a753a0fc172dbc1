import Foundation

/// What stands in the folder of a data set.
enum HouseFiles {
    /// The names in a folder, sorted.
    static func names(in directory: String) throws(DatasetError) -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: directory, isDirectory: &isFolder), isFolder.boolValue else {
            throw .noFolder(directory)
        }
        do {
            return try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
        } catch { throw .folder(directory, reason: error.localizedDescription) }
    }
}
