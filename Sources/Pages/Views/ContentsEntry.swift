/// A section in a page's table of contents.
package struct ContentsEntry {
    package let id: String
    package let title: String

    package init(id: String, title: String) {
        self.id = id
        self.title = title
    }
}
