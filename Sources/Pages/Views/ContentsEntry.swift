import Support

/// A section in a page's table of contents.
package struct ContentsEntry {
    package let id: String
    package let title: Text

    package init(id: String, title: Text) {
        self.id = id
        self.title = title
    }
}
