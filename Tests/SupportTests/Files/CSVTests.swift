import Support
import Testing

@Suite("CSV") struct CSVTests {
    @Test(
        "a text comes back as it was",
        arguments: [
            "kettle", "", "a,b", "say \"on\"", "two\nlines", "\r", "=1+1", "+1", "-1", "@x", "\tx", "'quoted", "''",
            "é", " ",
        ]) func text(value: String) throws
    {
        var writer = CSVWriter(header: ["name", "n"])
        writer.text(value)
        writer.integer(7)
        writer.endRow()
        var reader = try CSVReader(bytes: writer.bytes, path: "t.csv", header: ["name", "n"])
        #expect(try reader.text() == value)
        #expect(try reader.integer() == 7)
        try reader.endRow()
        #expect(reader.isAtEnd)
    }

    @Test("no text starts as a formula does", arguments: ["=1+1", "+1", "-1", "@x", "\tx", "\rx"])
    func formula(value: String) {
        var writer = CSVWriter(header: ["name"])
        writer.text(value)
        let field = String(decoding: writer.bytes, as: UTF8.self).dropFirst("name\n".count)
        #expect(field.hasPrefix("'") || field.hasPrefix("\"'"))
    }

    @Test(
        "a number comes back bit for bit",
        arguments: [0, -0.0, 1, 0.1, .leastNonzeroMagnitude, 16_777_216, 3.4028235e38, 2355.4321, 1e16] as [Float])
    func number(value: Float) throws {
        var writer = CSVWriter(header: ["x"])
        writer.real(value)
        writer.endRow()
        var reader = try CSVReader(bytes: writer.bytes, path: "t.csv", header: ["x"])
        #expect(try reader.float().bitPattern == value.bitPattern)
    }

    @Test("a long table is read as its rows are one by one") func longTable() throws {
        let texts = ["kettle", "kettle", "kettle, old", "kettle", "ket", "", "", "kettles", "'", "kettle"]
        let numbers: [Float] = [0, 3.213455e-05, 471, -0.25, 1e-30, 2355.4321, 16_777_218, 3.4028235e38]
        var writer = CSVWriter(header: ["name", "n", "x", "y"])
        for row in 0..<500 {
            writer.text(texts[row / 2 % texts.count])
            writer.integer(row == 7 ? .min : row &* 1_000_003 &- 250)
            writer.real(numbers[row % numbers.count])
            writer.real(row % 3 == 0 ? nil : numbers[row % 5])
            writer.endRow()
        }
        var reader = try CSVReader(bytes: writer.bytes, path: "t.csv", header: ["name", "n", "x", "y"])
        for row in 0..<500 {
            #expect(try reader.text() == texts[row / 2 % texts.count])
            #expect(try reader.integer() == (row == 7 ? .min : row &* 1_000_003 &- 250))
            #expect(try reader.float() == numbers[row % numbers.count])
            #expect(try reader.optionalFloat() == (row % 3 == 0 ? nil : numbers[row % 5]))
            try reader.endRow()
        }
        #expect(reader.isAtEnd)
    }

    @Test("whole watts are written without a decimal point") func wholeNumbers() {
        var writer = CSVWriter(header: ["x", "y", "z"])
        writer.real(2000 as Float)
        writer.real(nil as Float?)
        writer.real(0.5)
        writer.endRow()
        #expect(String(decoding: writer.bytes, as: UTF8.self) == "x,y,z\n2000,,0.5\n")
    }

    @Test("Windows line ends are read") func carriageReturns() throws {
        var reader = try CSVReader(bytes: Array("x\r\n1\r\n".utf8), path: "t.csv", header: ["x"])
        #expect(try reader.integer() == 1)
        try reader.endRow()
        #expect(reader.isAtEnd)
    }

    @Test("an error names the line and the column", arguments: ["x", "", "1e999", "nan", "1 "])
    func badNumber(field: String) throws {
        var reader = try CSVReader(bytes: Array("a,b\n1,\(field)\n".utf8), path: "t.csv", header: ["a", "b"])
        _ = try reader.integer()
        let error = #expect(throws: CSVError.self) { try reader.float() }
        #expect(error == .number(path: "t.csv", line: 2, column: "b", got: field))
        #expect(error?.description.hasPrefix("t.csv:2: expected a number in column b") == true)
    }

    @Test(
        "rows of the wrong length and open quotes are refused",
        arguments: ["a,b\nx", "a,b\nx\n", "a,b\nx,1,2\n", "a,b\nx,1", "a,b\n\"x,1\n", "b,a\nx,1\n", ""])
    func damaged(file: String) {
        #expect(throws: CSVError.self) {
            var reader = try CSVReader(bytes: Array(file.utf8), path: "t.csv", header: ["a", "b"])
            _ = try reader.text()
            _ = try reader.integer()
            try reader.endRow()
        }
    }

    @Test("lines are counted through a quoted line break") func lineCount() throws {
        let file = Array("a,b\n\"x\ny\",1\nz,w\n".utf8)
        var reader = try CSVReader(bytes: file, path: "t.csv", header: ["a", "b"])
        _ = try reader.text()
        _ = try reader.integer()
        try reader.endRow()
        _ = try reader.text()
        #expect(throws: CSVError.number(path: "t.csv", line: 4, column: "b", got: "w")) { try reader.integer() }
    }
}
