import CSHA256

/// sha256, mostly as 64 lower-case hexadecimal digits.
package enum FileHash {
    /// Of a file, read in pieces of 1 MiB: a file larger than memory is fine.
    package static func sha256(of path: String) throws(FileError) -> String {
        let file = try FileReader(path: path)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 64)
        defer { buffer.deallocate() }
        var state = SHA256State()
        sha256_start(&state)
        while true {
            let count = try file.read(into: buffer)
            if count == 0 { return hexadecimal(finish(&state)) }
            sha256_update(&state, buffer.baseAddress, count)
        }
    }

    /// Of bytes in memory.
    package static func sha256(_ bytes: [UInt8]) -> String { hexadecimal(digest(bytes)) }

    /// Of a text's UTF-8 bytes.
    package static func sha256(_ text: String) -> String { sha256(Array(text.utf8)) }

    /// The 32 bytes themselves.
    package static func digest(_ bytes: [UInt8]) -> [UInt8] {
        var state = SHA256State()
        sha256_start(&state)
        sha256_update(&state, bytes, bytes.count)
        return finish(&state)
    }

    private static func finish(_ state: inout SHA256State) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 32)
        sha256_finish(&state, &digest)
        return digest
    }

    private static func hexadecimal(_ digest: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
