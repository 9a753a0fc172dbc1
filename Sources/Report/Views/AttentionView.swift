import Runs

/// The attention maps.
struct AttentionView {
    struct Row {
        let tensor: String
        let window: String
        let layer: String
        let scale: String
        let heads: String
        let keys: String
        let cells: String
        let seconds: String
    }

    let hasRows: Bool
    let count: String
    let rows: [Row]
    let drawn: FigureList

    init(_ results: Results, drawn: FigureList) {
        rows = results.attention.map { map in
            Row(
                tensor: map.tensor, window: map.window, layer: String(map.layer + 1), scale: map.scale.rawValue,
                heads: String(map.heads), keys: AmountText.count(map.keys), cells: AmountText.count(map.cells),
                seconds: AmountText.count(map.seconds))
        }
        hasRows = !rows.isEmpty
        count = String(rows.count)
        self.drawn = drawn
    }
}
