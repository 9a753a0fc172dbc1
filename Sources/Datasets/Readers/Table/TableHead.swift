/// The first lines of a table: how it is separated, what its columns are called, and a line of readings.
struct TableHead {
    let path: String
    let separator: UInt8
    /// The names of the columns; `column 1`, `column 2` and so on in a table without a header.
    let names: [String]
    let hasHeader: Bool
    /// The fields of the first line of readings, and its number.
    let row: [String]
    let rowLine: Int

    /// Reads the start of the file. Separators are semicolons if the first line has one, else tabs if it has one, else
    /// commas. A first line without a number in it is a header.
    init(path: String) throws(DatasetError) {
        var blocks = try LineBlocks(path: path)
        guard let block = try blocks.next(after: 0) else { throw .emptyFile(path) }
        let lines = block.split(separator: UInt8(ascii: "\n"), maxSplits: 2, omittingEmptySubsequences: false)
            .prefix(2).map { String(decoding: $0, as: UTF8.self) }
        let first = lines[0].hasPrefix("\u{FEFF}") ? String(lines[0].dropFirst()) : lines[0]
        let separator: Character = first.contains(";") ? ";" : first.contains("\t") ? "\t" : ","
        let fields = Self.fields(of: first, separator)
        guard fields.count > 1 else {
            throw .line(
                file: path, line: 1, expected: "columns parted by commas, semicolons or tabs",
                got: ReadingLine.quoted(first), advice: "check that it is a table of readings")
        }
        let isHeader = !fields.contains { Double($0.replacing(",", with: ".")) != nil }
        guard !isHeader || lines.count > 1 && !lines[1].isEmpty else { throw .emptyFile(path) }
        self.path = path
        self.separator = separator.asciiValue!
        hasHeader = isHeader
        names = isHeader ? fields : fields.indices.map { "column \($0 + 1)" }
        row = isHeader ? Self.fields(of: lines[1], separator) : fields
        rowLine = isHeader ? 2 : 1
    }

    /// The column with a name (in any case), or else with a number from 1; nil if there is none.
    func column(_ text: String) -> Int? {
        names.firstIndex(of: text) ?? names.firstIndex { $0.lowercased() == text.lowercased() }
            ?? Int(text).flatMap { names.indices.contains($0 - 1) ? $0 - 1 : nil }
    }

    /// A column as reports name it: `column Kettle`, or `column 2` where there is no header.
    func source(of column: Int) -> String { hasHeader ? "column \(names[column])" : names[column] }

    /// The fields of a line, without spaces around them and quotes.
    private static func fields(of line: String, _ separator: Character) -> [String] {
        var fields = [""]
        var isQuoted = false
        for character in line {
            if character == "\"" {
                isQuoted.toggle()
            } else if character == separator, !isQuoted {
                fields.append("")
            } else if character != "\r", character != "\r\n" {
                fields[fields.count - 1].append(character)
            }
        }
        return fields.map { field in
            let start = field.drop { $0 == " " }
            return String(start.prefix(start.count - start.reversed().prefix { $0 == " " }.count))
        }
    }
}
