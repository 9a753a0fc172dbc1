/// Writes what a person named a place for, whatever is there: see ``OutputFileWriter``.
package enum OutputFile {
    package static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
        var file = try OutputFileWriter(path: path)
        try file.write(bytes)
        try file.commit()
    }

    /// Writes a text as UTF-8.
    package static func write(_ text: String, to path: String) throws(FileError) {
        try write(Array(text.utf8), to: path)
    }
}
