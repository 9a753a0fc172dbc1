/// Something that draws itself on any canvas.
package protocol Mark: Sendable {
    func draw(on canvas: any Canvas)
}
