import CSHA256

/// A sha256 that grows with the bytes it is given.
package struct SHA256Sum {
    private var state = SHA256State()

    package init() { self.init(portable: false) }

    /// `portable`: without the CPU's own instructions, for the test that both agree.
    init(portable: Bool) { sha256_start(&state, portable) }

    package mutating func add(_ bytes: UnsafeRawBufferPointer) {
        sha256_update(&state, bytes.baseAddress, bytes.count)
    }

    /// The 32 bytes of the hash of everything added.
    package consuming func digest() -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 32)
        sha256_finish(&state, &digest)
        return digest
    }

    /// The hash as 64 lower-case hexadecimal digits.
    package consuming func hexadecimal() -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: digest().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
