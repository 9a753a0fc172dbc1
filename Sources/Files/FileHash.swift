import Crypto

/// sha256 as 64 lower-case hexadecimal digits.
package enum FileHash {
    /// Of a file, read in pieces of 1 MiB: a file larger than memory is fine.
    package static func sha256(of path: String) throws(FileError) -> String {
        let file = try FileReader(path: path)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 64)
        defer { buffer.deallocate() }
        var hash = SHA256()
        while true {
            let count = try file.read(into: buffer)
            if count == 0 { return hexadecimal(hash.finalize()) }
            hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
    }

    /// Of bytes in memory.
    package static func sha256(_ bytes: [UInt8]) -> String { hexadecimal(SHA256.hash(data: bytes)) }

    /// Of a text's UTF-8 bytes.
    package static func sha256(_ text: String) -> String { sha256(Array(text.utf8)) }

    private static func hexadecimal(_ digest: SHA256.Digest) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
