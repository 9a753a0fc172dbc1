/// What a page, or a part of it, takes.
struct PageSize {
    private(set) var bytes = 0
    /// Elements.
    private(set) var nodes = 0

    static let none = PageSize()

    private init() {}

    /// Of a page of ours or a part of one, in which every `<` of a text is escaped.
    init(of html: String) {
        var html = html
        (bytes, nodes) = html.withUTF8 { text in
            var count = 0
            var follows = false
            for byte in text {
                if follows, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) { count += 1 }
                follows = byte == UInt8(ascii: "<")
            }
            return (text.count, count)
        }
    }

    static func += (size: inout PageSize, part: PageSize) {
        size.bytes += part.bytes
        size.nodes += part.nodes
    }

    static func -= (size: inout PageSize, part: PageSize) {
        size.bytes -= part.bytes
        size.nodes -= part.nodes
    }
}
