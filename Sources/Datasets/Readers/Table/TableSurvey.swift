/// What stands in the first lines of a table, column by column: what its columns are is judged by it.
struct TableSurvey: Sendable {
    /// Lines that are looked at: three weeks of one every 6 s.
    private static let mostLines = 1 << 18

    /// Lines that have the form of the table.
    private(set) var lines = 0
    private(set) var columns: [ColumnSurvey]

    /// `whose`: the meter whose lines count; nil for all.
    init(_ head: TableHead, of whose: MeterColumn? = nil) throws(DatasetError) {
        columns = head.names.map { _ in ColumnSurvey() }
        var blocks = try LineBlocks(path: head.path)
        var fields = TableFields(separator: head.separator, capacity: head.names.count)
        var line = 0
        while lines < Self.mostLines, let block = try blocks.next(after: line) {
            var cursor = block.baseAddress!
            let end = cursor + block.count
            while cursor < end, lines < Self.mostLines {
                line += 1
                cursor = fields.split(from: cursor) + 1
                // What is wrong with a line is said when all are read.
                if line < head.rowLine || fields.count != columns.count { continue }
                if let whose, !whose.isOwn(fields[whose.column]) { continue }
                lines += 1
                for index in columns.indices { columns[index].add(fields[index]) }
            }
        }
    }
}
