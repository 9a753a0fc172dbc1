import Foundation
import Testing

@testable import Datasets

@Suite struct DataSourceTests {
    @Test("sources are parsed, and a folder may have a colon in its name")
    func parsed() throws {
        #expect(try DataSource(parsing: "synthetic") == .synthetic)
        #expect(try DataSource(parsing: "ukdale:data/uk-dale") == .measured(.ukdale, path: "data/uk-dale"))
        #expect(try DataSource(parsing: "refit:/a/REFIT") == .measured(.refit, path: "/a/REFIT"))
        #expect(try DataSource(parsing: "csv:~/m.csv") == .measured(.csv, path: NSHomeDirectory() + "/m.csv"))
        #expect(try DataSource(parsing: "ukdale:/a:b") == .measured(.ukdale, path: "/a:b"))
        #expect(try DataSource(parsing: "ukdale:~/data") == .measured(.ukdale, path: NSHomeDirectory() + "/data"))
    }

    @Test("a path without its layout is refused with the layout that it seems to have")
    func pathAlone() throws {
        let tables = try TableFolder()
        #expect(throws: DatasetError.unknownSource(tables.path, nearest: "ukdale:\(tables.path)")) {
            try DataSource(parsing: tables.path)
        }
        let file = try tables.write("time,power\n", to: "CLEAN_House2.csv")
        #expect(throws: DatasetError.unknownSource(tables.path, nearest: "refit:\(tables.path)")) {
            try DataSource(parsing: tables.path)
        }
        #expect(throws: DatasetError.unknownSource(file, nearest: "csv:\(file)")) { try DataSource(parsing: file) }
    }

    @Test(
        "a mistyped source is refused with the nearest one",
        arguments: [
            ("ukdal:x", "ukdale:x"), ("uk-dale:x", "ukdale:x"), ("ukdale", "ukdale:DIR"), ("ukdale:", "ukdale:DIR"),
            ("refitt:x", "refit:x"), ("csv", "csv:FILE"), ("cvs:a.csv", "csv:a.csv"),
            ("sythetic", "synthetic"), ("synthetic:", "synthetic"), ("", nil), ("nonsense", nil),
        ])
    func nearest(text: String, suggestion: String?) {
        #expect(throws: DatasetError.unknownSource(text, nearest: suggestion)) { try DataSource(parsing: text) }
    }
}
