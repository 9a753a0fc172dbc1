extension PNGText {
    /// The uncompressed international texts (iTXt) of a PNG file's bytes; nil if they are no PNG file, or one that is cut
    /// short. Nothing is trusted: a length that leads beyond the end ends the reading.
    package static func texts(in bytes: [UInt8]) -> [PNGText]? {
        let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        guard bytes.starts(with: signature) else { return nil }
        var texts: [PNGText] = []
        var place = signature.count
        // A chunk is a length, a kind of four letters, so many bytes, and a checksum.
        while place + 12 <= bytes.count {
            let length = bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
            let kind = bytes[place + 4..<place + 8]
            let content = place + 8
            guard length <= bytes.count - content - 4 else { return nil }
            if kind.elementsEqual("iTXt".utf8), let text = PNGText(chunk: bytes[content..<content + length]) {
                texts.append(text)
            }
            if kind.elementsEqual("IEND".utf8) { return texts }
            place = content + length + 4
        }
        return nil
    }

    /// Keyword, 0, whether it is compressed, how, language, 0, translated keyword, 0, text.
    private init?(chunk: ArraySlice<UInt8>) {
        guard let end = chunk.firstIndex(of: 0), end + 2 < chunk.endIndex, chunk[end + 1] == 0,
            let language = chunk[(end + 3)...].firstIndex(of: 0),
            let translated = chunk[(language + 1)...].firstIndex(of: 0),
            let text = String(validating: chunk[(translated + 1)...], as: UTF8.self),
            let keyword = String(validating: chunk[..<end], as: UTF8.self), Self.isKeyword(keyword)
        else { return nil }
        self.init(keyword, text)
    }
}
