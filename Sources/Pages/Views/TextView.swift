/// A line of a list that is nothing but text.
package struct TextView {
    package let text: String

    package init(_ text: String) { self.text = text }
}
