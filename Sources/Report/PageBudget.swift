/// How large a page may become.
package struct PageBudget: Sendable {
    /// Beyond this many bytes parts are left out and a person is warned.
    package var comfortableBytes = 1 << 20
    /// Beyond this many bytes there is no page.
    package var mostBytes = 2 << 20
    /// Elements; beyond them a browser becomes slow, parts are left out and a person is warned.
    package var mostNodes = 5000

    package init() {}

    func isExceeded(by html: String) -> Bool { isLarge(html) || isDetailed(html) }

    func isLarge(_ html: String) -> Bool { html.utf8.count > comfortableBytes }

    func isDetailed(_ html: String) -> Bool { Self.nodes(in: html) > mostNodes }

    /// The elements of a page of ours, in which every `<` of a text is escaped.
    static func nodes(in html: String) -> Int {
        var count = 0
        var follows = false
        for byte in html.utf8 {
            if follows, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) { count += 1 }
            follows = byte == UInt8(ascii: "<")
        }
        return count
    }
}
