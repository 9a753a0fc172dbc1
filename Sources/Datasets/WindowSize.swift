/// How long windows are and how far apart training windows start, in rows.
package struct WindowSize: Equatable, Sendable {
    package var length: Int
    package var stride: Int

    package init(length: Int, stride: Int) {
        self.length = length
        self.stride = stride
    }
}
