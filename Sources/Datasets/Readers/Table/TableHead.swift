import Support

/// The first lines of a table: how it is separated, what its columns are called, and where its readings begin.
struct TableHead {
    let path: String
    let separator: UInt8
    /// The names of the columns; `column 1`, `column 2` and so on in a table without a header.
    let names: [String]
    let hasHeader: Bool
    /// The fields of the first line of readings, and its number.
    let row: [String]
    let rowLine: Int

    /// Lines before the header that are looked through: remarks, blank lines and a spreadsheet's `sep=;`.
    private static let mostRemarks = 100

    /// Reads the start of the file. The separator is what `sep=` says, or else a semicolon if the first line has one, a tab
    /// if it has one, or a comma. A first line without a number in it is a header, and so are the numbers 0, 1, 2, ... that
    /// data frames have for names.
    init(path: String) throws(DatasetError) {
        var blocks = try LineBlocks(path: path)
        guard let block = try blocks.next(after: 0) else { throw .emptyFile(path) }
        let lines = block.split(
            separator: UInt8(ascii: "\n"), maxSplits: Self.mostRemarks + 1, omittingEmptySubsequences: false
        ).prefix(Self.mostRemarks).map(Self.text)
        var first = 0
        var separator: Character?
        while first < lines.count {
            let line = lines[first]
            if line.lowercased().hasPrefix("sep="), let named = line.dropFirst(4).first {
                separator = named
            } else if !line.isEmpty, !line.hasPrefix("#") {
                break
            }
            first += 1
        }
        guard first < lines.count else { throw .emptyFile(path) }
        let found = separator ?? Self.separator(of: lines[first])
        guard let byte = found.asciiValue else { throw Self.noColumns(path, first + 1, lines[first]) }
        let fields = Self.fields(of: lines[first], byte)
        guard fields.count > 1 else { throw Self.noColumns(path, first + 1, lines[first]) }
        let isHeader = !fields.contains { Double($0.replacing(",", with: ".")) != nil } || Self.areIndices(fields)
        guard !isHeader || lines.count > first + 1 && !lines[first + 1].isEmpty else { throw .emptyFile(path) }
        self.path = path
        self.separator = byte
        hasHeader = isHeader
        guard isHeader else {
            names = fields.indices.map { "column \($0 + 1)" }
            row = fields
            rowLine = first + 1
            return
        }
        let below = Self.fields(of: lines[first + 1], byte)
        if lines.count > first + 2, let units = Self.units(in: below, of: fields) {
            names = Self.named(units)
            row = Self.fields(of: lines[first + 2], byte)
            rowLine = first + 3
        } else {
            names = Self.named(fields)
            row = below
            rowLine = first + 2
        }
    }

    /// The column with a name (in any case), or else with a number from 1; nil if there is none.
    func column(_ text: String) -> Int? {
        names.firstIndex(of: text) ?? names.firstIndex { $0.lowercased() == text.lowercased() }
            ?? Int(text).flatMap { names.indices.contains($0 - 1) ? $0 - 1 : nil }
    }

    /// A column as reports name it: `column Kettle`, or `column 2` where there is no header.
    func source(of column: Int) -> String { hasHeader ? SourceName.column(names[column]) : names[column] }

    private static func noColumns(_ path: String, _ line: Int, _ text: String) -> DatasetError {
        .line(
            file: path, line: line, expected: "columns parted by commas, semicolons or tabs",
            got: ReadingLine.quoted(text), advice: "check that it is a table of readings")
    }

    /// A line without a mark of its byte order and the end of a Windows line.
    private static func text(of line: some Collection<UInt8>) -> String {
        var bytes = Array(line)
        while bytes.starts(with: TextEncoding.mark) { bytes.removeFirst(TextEncoding.mark.count) }
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func separator(of line: String) -> Character {
        var isQuoted = false
        let signs = line.filter { character in
            if character == "\"" { isQuoted.toggle() }
            return !isQuoted
        }
        return signs.contains(";") ? ";" : signs.contains("\t") ? "\t" : ","
    }

    /// Whether fields are the numbers of columns from 0, behind an index without a name.
    private static func areIndices(_ fields: [String]) -> Bool {
        let numbers = fields.first == "" ? fields.dropFirst() : fields[...]
        return numbers.count > 1 && numbers.enumerated().allSatisfy { $0.element == String($0.offset) }
    }

    /// The names of columns with the units that stand below them; nil if that is no row of units.
    private static func units(in row: [String], of names: [String]) -> [String]? {
        let isText = row.allSatisfy { field in !field.contains(where: \.isNumber) }
        guard row.count == names.count, isText,
            row.contains(where: { ColumnName("x " + $0).quantity.isPowerOrEnergy })
        else { return nil }
        return zip(names, row).map { name, unit in
            ColumnName("x " + unit).quantity.isPowerOrEnergy
                ? "\(name) [\(unit.filter { $0 != "[" && $0 != "]" })]" : name
        }
    }

    /// Columns without a name have their number, as an index that a data frame writes.
    private static func named(_ fields: [String]) -> [String] {
        fields.enumerated().map { $0.element.isEmpty ? "column \($0.offset + 1)" : $0.element }
    }

    /// The fields of a line, without spaces around them and quotes.
    private static func fields(of line: String, _ separator: UInt8) -> [String] {
        let bytes = Array(line.utf8) + [UInt8(ascii: "\n")]
        return bytes.withUnsafeBufferPointer { bytes in
            var fields = TableFields(separator: separator, capacity: bytes.count)
            _ = fields.split(from: bytes.baseAddress!)
            return (0..<fields.count).map { index in
                let field = fields[index].drop { $0 == UInt8(ascii: " ") }
                return String(
                    decoding: field.prefix(field.count - field.reversed().prefix { $0 == UInt8(ascii: " ") }.count),
                    as: UTF8.self)
            }
        }
    }
}
