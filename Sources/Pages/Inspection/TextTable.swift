/// Cells in columns that line up: the first ones to the left, those of numbers to the right.
struct TextTable {
    private var rows: [[String]]
    private let left: Int

    /// `left`: how many columns begin at the left.
    init(_ head: [String], left: Int) {
        rows = [head]
        self.left = left
    }

    mutating func add(_ row: [String]) {
        precondition(row.count == rows[0].count, "a row of \(rows[0].count) cells is needed, got \(row.count)")
        rows.append(row)
    }

    /// One text a row, the head first, each behind two spaces.
    var lines: [String] {
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            let cells = row.enumerated().map { column, text in
                let room = String(repeating: " ", count: widths[column] - text.count)
                return column < left ? text + room : room + text
            }
            let line = "  " + cells.joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
    }
}
