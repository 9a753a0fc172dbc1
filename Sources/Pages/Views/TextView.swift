import Support

/// A line of a list that is nothing but text.
package struct TextView {
    package let text: Text

    package init(_ text: Text) { self.text = text }
}
