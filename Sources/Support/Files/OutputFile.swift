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

/// Writes a file so that its place holds the old content or the new, never a part.
package enum AtomicFile {
    /// Writes `bytes` at `path`; on an error the place is as it was.
    package static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
        var file = try AtomicFileWriter(path: path)
        try file.write(bytes)
        try file.commit()
    }

    /// Writes a text as UTF-8.
    package static func write(_ text: String, to path: String) throws(FileError) {
        try write(Array(text.utf8), to: path)
    }
}
