import Support

/// The controls of an attention figure, which the page's script shows and serves.
package struct ExplorerView: Equatable, Sendable {
    struct Option: Equatable, Sendable {
        let value: String
        let name: Text
    }

    /// Of the figure.
    let id: String
    let heads: [Option]
    /// The last of the equal parts of the window that can be chosen, from 0.
    let last: String
    /// One more than that: a span may be of all parts.
    let parts: String
    let middle: String
    /// Safe within a script element.
    let json: String

    package init(figure id: String, heads: Int, parts: Int, json: [UInt8]) {
        self.id = id
        self.heads =
            [Option(value: "mean", name: Text("Mean over heads", es: "Media de las cabezas"))]
            + (heads > 1
                ? (1...heads).map { Option(value: String($0 - 1), name: Text("Head \($0)", es: "Cabeza \($0)")) } : [])
        last = String(parts - 1)
        self.parts = String(parts)
        middle = String(parts / 2)
        self.json = PageAssets.inert(json)
    }
}
