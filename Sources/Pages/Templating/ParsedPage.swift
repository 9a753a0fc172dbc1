import CSupport

/// A page as a browser takes it apart: its elements, those too that no tag of it names.
package struct ParsedPage {
    package struct Element: Equatable {
        /// In small letters.
        package let name: String
        /// In SVG, and not in HTML.
        package let isDrawing: Bool
        /// In small letters, `xlink:href` with its prefix.
        package let attributes: [(name: String, value: String)]
        /// Name of the element that it stands in; nil for the outermost.
        package let parent: String?
        /// What stands in it, of a script or style; else nothing.
        package let content: String
        /// The byte of the page at which its tag begins, or that of an element before it if it has none.
        package let offset: Int

        package subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

        package static func == (one: Element, other: Element) -> Bool {
            (one.name, one.isDrawing, one.parent, one.content) == (
                other.name, other.isDrawing, other.parent, other.content
            )
                && one.attributes.elementsEqual(other.attributes, by: ==)
        }
    }

    /// In the order of their tags.
    package private(set) var elements: [Element] = []
    /// The bytes at which it is no valid HTML, up to a bound of mistakes.
    package private(set) var mistakes: [Int] = []

    /// Deeper is no page that a person made; and a parser looks through all open elements again and again.
    private static let mostDepth = 500
    /// Of memory to a byte of the page, beside a part that any page may have. Reports take about 4.
    private static let (mostMemory, leastMemory) = (100, 1 << 20)

    /// Parses a page; its problem, if it is too deep or too intricate to be parsed, is at a byte of it.
    package init(_ html: String) throws(PageProblem) {
        let bytes = Array(html.utf8)
        try bytes.withUnsafeBufferPointer { text throws(PageProblem) in
            if let offset = Self.tooDeep(text) {
                throw PageProblem(offset: offset, text: "elements stand in one another, over \(Self.mostDepth) deep")
            }
            let page = text.withMemoryRebound(to: CChar.self) { characters in
                html_page_parse(characters.baseAddress, text.count, Self.leastMemory + Self.mostMemory * text.count)
            }
            guard let page else {
                throw PageProblem(offset: 0, text: "the page is too intricate to be parsed")
            }
            defer { html_page_free(page) }
            mistakes = (0..<html_page_error_count(page)).map { html_page_error_offset(page, $0) }
            collect(html_page_document(page), in: text)
        }
    }

    /// Of a page that is none as it stands.
    mutating func forgetMistakes() { mistakes = [] }

    /// Where the first tag stands that has more open elements around it than any page needs; those that end by
    /// themselves are not counted.
    private static func tooDeep(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
        let ending: Set<String> = [
            "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "col", "colgroup", "br", "hr",
            "meta", "input", "link", "img", "wbr",
        ]
        var depth = 0
        for (index, byte) in text.enumerated() where byte == UInt8(ascii: "<") {
            let rest = text[(index + 1)...]
            if rest.first == UInt8(ascii: "/") {
                depth = max(0, depth - 1)
                continue
            }
            let name = rest.prefix(10).prefix { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20 }.map { $0 | 0x20 }
            guard !name.isEmpty else { continue }
            if ending.contains(String(decoding: name, as: UTF8.self)) { continue }
            let end = rest.firstIndex(of: UInt8(ascii: ">")) ?? text.endIndex
            if text[end - 1] != UInt8(ascii: "/") { depth += 1 }
            if depth > mostDepth { return index }
        }
        return nil
    }

    /// Goes from node to node without a call within a call.
    private mutating func collect(_ document: UnsafePointer<GumboNode>, in text: UnsafeBufferPointer<UInt8>) {
        var node = document
        var offset = 0
        while true {
            if let element = Self.element(node, in: text, after: offset) {
                offset = element.offset
                elements.append(element)
            }
            if let child = Self.children(of: node).first {
                node = child
                continue
            }
            while node != document {
                let parent = UnsafePointer(node.pointee.parent!)
                let siblings = Self.children(of: parent)
                let next = node.pointee.index_within_parent + 1
                if next < siblings.count {
                    node = siblings[next]
                    break
                }
                node = parent
            }
            if node == document { return }
        }
    }

    private static func isElement(_ node: UnsafePointer<GumboNode>) -> Bool {
        node.pointee.type == GUMBO_NODE_ELEMENT || node.pointee.type == GUMBO_NODE_TEMPLATE
    }

    private static func children(of node: UnsafePointer<GumboNode>) -> Children {
        if isElement(node) { return Children(vector: node.pointee.v.element.children) }
        return Children(
            vector: node.pointee.type == GUMBO_NODE_DOCUMENT ? node.pointee.v.document.children : GumboVector())
    }

    private struct Children {
        let vector: GumboVector
        var count: Int { Int(vector.length) }
        var first: UnsafePointer<GumboNode>? { count > 0 ? self[0] : nil }
        subscript(index: Int) -> UnsafePointer<GumboNode> {
            UnsafePointer(vector.data[index]!.assumingMemoryBound(to: GumboNode.self))
        }
    }

    private static func element(
        _ node: UnsafePointer<GumboNode>, in text: UnsafeBufferPointer<UInt8>, after offset: Int
    ) -> Element? {
        guard isElement(node) else { return nil }
        let element = node.pointee.v.element
        let attributes = (0..<Int(element.attributes.length)).map { index in
            let attribute = element.attributes.data[index]!.assumingMemoryBound(to: GumboAttribute.self).pointee
            let prefix =
                switch attribute.attr_namespace {
                case GUMBO_ATTR_NAMESPACE_XLINK: "xlink:"
                case GUMBO_ATTR_NAMESPACE_XML: "xml:"
                default: ""
                }
            let name = String(cString: attribute.name).lowercased()
            return (name: name.hasPrefix(prefix) ? name : prefix + name, value: String(cString: attribute.value))
        }
        let name = name(of: element)
        var content = ""
        if name == "script" || name == "style" {
            let inner = children(of: node)
            for index in 0..<inner.count where inner[index].pointee.type != GUMBO_NODE_ELEMENT {
                content += String(cString: inner[index].pointee.v.text.text)
            }
        }
        let parent = node.pointee.parent.map { UnsafePointer($0) }
        return Element(
            name: name, isDrawing: element.tag_namespace == GUMBO_NAMESPACE_SVG, attributes: attributes,
            parent: parent.flatMap { isElement($0) ? Self.name(of: $0.pointee.v.element) : nil }, content: content,
            offset: element.original_tag.length > 0 ? Int(element.start_pos.offset) : offset)
    }

    private static func name(of element: GumboElement) -> String {
        guard element.tag == GUMBO_TAG_UNKNOWN else {
            return String(cString: gumbo_normalized_tagname(element.tag)).lowercased()
        }
        var piece = element.original_tag
        gumbo_tag_from_original_text(&piece)
        guard let data = piece.data else { return "" }
        return data.withMemoryRebound(to: UInt8.self, capacity: piece.length) {
            String(decoding: UnsafeBufferPointer(start: $0, count: piece.length), as: UTF8.self)
        }.lowercased()
    }
}

/// What is wrong with a page, at a byte of it.
package struct PageProblem: Error, Equatable {
    package let offset: Int
    /// What is wrong and what to do, without a full stop.
    package let text: String
}
