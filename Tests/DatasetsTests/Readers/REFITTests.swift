import Foundation
import Runs
import Support
import TestSupport
import Testing

@testable import Datasets

@Suite("REFIT") struct REFITTests {
    private static let header =
        "Time,Unix,Aggregate,Appliance1,Appliance2,Appliance3,Appliance4,Appliance5,Appliance6,Appliance7,Appliance8,Appliance9"
    private let tables: TableFolder

    init() throws { tables = try TableFolder() }

    /// Writes a house: row r at 10 r s has the aggregate 1000 + r, appliance a draws 10 a + r; rows of `issues` are marked.
    private func write(
        _ name: String, rows: Int = 5, issues: Set<Int>? = [], start: Int = 1_424_734_800
    ) throws {
        var text = Self.header + (issues == nil ? "\n" : ",Issues\n")
        for row in 0..<rows {
            let powers = (1...9).map { String(10 * $0 + row) }.joined(separator: ",")
            text += "2015-02-23 23:40:00,\(start + 10 * row),\(1000 + row),\(powers)"
            text += issues.map { $0.contains(row) ? ",1\n" : ",0\n" } ?? "\n"
        }
        try tables.write(text, to: name)
    }

    private func open() throws(DatasetError) -> REFIT { try REFIT(directory: tables.path) }

    private func read(
        _ house: HouseName, _ appliances: [String], _ options: PreparationOptions = PreparationOptions(fillLimit: 0)
    ) throws -> HouseData {
        try open().read(
            house: house, appliances: appliances, on: Grid(period: 10, preparation: options.over(.refit)))
    }

    @Test("houses have the numbers of their files, in every spelling of the names; a cleaned file goes first")
    func names() throws {
        for name in [
            "CLEAN_House2.csv", "House_3.csv", "House5.csv", "CLEAN_HOUSE21.csv", "house_2.csv", "House_x.csv",
            "CLEAN_House7.csv.txt", "notes.csv",
        ] {
            try write(name)
        }
        #expect(try open().houses == [2, 3, 5, 21])
        #expect(try read(2, ["kettle"]).files.map { ($0.path as NSString).lastPathComponent } == ["CLEAN_House2.csv"])
    }

    @Test("house 14 is explained: there is none, and other tools number the houses behind it otherwise")
    func houseFourteen() throws {
        for house in [13, 15] { try write("CLEAN_House\(house).csv") }
        let request = DatasetRequest(
            source: .measured(.refit, path: tables.path), appliances: ["kettle"], trainHouses: [14], period: 10,
            seed: 0,
            window: 1, stride: 1)
        let error = #expect(throws: DatasetError.self) { try Dataset.load(request) }
        #expect(error?.description.contains("there is no house 14; there are 13, 15. REFIT has no house 14") == true)
        #expect(error?.description.contains("15 to 21 as 14 to 20") == true)
        #expect(try open().explanation(ofMissing: 4) == nil)
        // House 15's kettle is its own file's column, not that of another numbering.
        #expect(try read(15, ["kettle"]).appliances["kettle"]?[0] == 80)
    }

    @Test("each house's columns are the table's, and several of one appliance are added up")
    func columns() throws {
        try write("CLEAN_House2.csv")
        try write("CLEAN_House4.csv")
        let two = try read(2, ["kettle", "fridge", "dishwasher"])
        #expect(
            two.appliances == [
                "kettle": [80, 81, 82, 83, 84], "fridge": [10, 11, 12, 13, 14], "dishwasher": [30, 31, 32, 33, 34],
            ])
        #expect(two.aggregate == [1000, 1001, 1002, 1003, 1004])
        #expect(
            two.preparation.meters.map(\.sources) == [
                ["column Aggregate"], ["column Appliance8"], ["column Appliance1"], ["column Appliance3"],
            ])
        let four = try read(4, ["washing_machine", "fridge"])
        #expect(four.appliances["washing_machine"]?.first == 90)
        #expect(four.appliances["fridge"]?.first == 40)
        #expect(
            try open().appliances(of: 2) == [
                "dishwasher", "fridge", "hi_fi", "kettle", "microwave", "overhead_fan", "television", "toaster",
                "washing_machine",
            ])
    }

    @Test(
        "the built-in table has the columns that published studies use",
        arguments: [
            (
                "kettle",
                [
                    2: [8], 3: [9], 4: [9], 5: [8], 6: [7], 7: [9], 8: [9], 9: [7], 11: [7], 12: [4], 13: [9], 15: [8],
                    17: [8], 19: [5], 20: [9],
                ]
            ),
            (
                "microwave",
                [
                    2: [5], 3: [8], 4: [8], 5: [7], 6: [6], 8: [8], 9: [6], 10: [8], 11: [6], 12: [3], 13: [8], 15: [7],
                    17: [7], 18: [9], 19: [4], 20: [8],
                ]
            ),
            (
                "dishwasher",
                [
                    1: [6], 2: [3], 3: [5], 5: [4], 6: [3], 7: [6], 9: [4], 10: [6], 11: [4], 13: [4], 15: [4], 16: [6],
                    18: [6], 20: [5], 21: [4],
                ]
            ),
            (
                "washing_machine",
                [
                    1: [5], 2: [2], 3: [6], 4: [4, 5], 5: [3], 6: [2], 7: [5], 8: [4], 9: [3], 10: [5], 11: [3],
                    13: [3], 15: [3], 16: [5], 17: [4], 18: [5], 19: [2], 20: [4], 21: [3],
                ]
            ),
            (
                "fridge",
                [
                    1: [1], 2: [1], 3: [2], 4: [1, 3], 5: [1], 7: [1], 8: [1], 9: [1], 10: [4], 11: [1, 2], 12: [1],
                    15: [1], 16: [1, 2], 17: [2], 18: [1, 3], 19: [1], 20: [1], 21: [1],
                ]
            ),
        ] as [(String, [HouseName: [Int]])])
    func builtIn(appliance: String, columns: [HouseName: [Int]]) {
        let labels = REFITLabels()
        for house in (1...21).map({ HouseName(String($0)) }) {
            #expect(labels.columns(of: appliance, in: house) == columns[house] ?? [], "house \(house)")
        }
    }

    @Test("the built-in table has all houses but 14")
    func allHouses() {
        #expect(Set(REFITLabels().names.keys) == Set((1...21).map { HouseName(String($0)) }).subtracting([14]))
    }

    @Test("a file labels.csv replaces the houses that it names, and is one of the files read")
    func ownLabels() throws {
        try write("CLEAN_House2.csv")
        try write("CLEAN_House3.csv")
        try tables.write("house,1,2,3,4,5,6,7,8,9\r\n2,Kettle,,,,Tumble Dryer,,,,\r\n", to: "labels.csv")
        #expect(try open().appliances(of: 2) == ["kettle", "tumble_dryer"])
        #expect(try open().appliances(of: 3) == REFITLabels().appliances(of: 3))
        let data = try read(2, ["kettle"])
        #expect(data.appliances["kettle"]?[0] == 10)
        #expect(data.files.map { ($0.path as NSString).lastPathComponent } == ["labels.csv", "CLEAN_House2.csv"])
    }

    @Test(
        "a bad line of labels.csv is refused",
        arguments: [
            ("h\n2,kettle\n", 2), ("h\nx,,,,,,,,,\n", 2), ("h\n2,a,,,,,,,,\n\n2,b,,,,,,,,\n", 4),
            ("h\n0,a,,,,,,,,\n", 2),
        ])
    func badLabels(text: String, line: Int) throws {
        try write("CLEAN_House2.csv")
        try tables.write(text, to: "labels.csv")
        let error = #expect(throws: DatasetError.self) { try open() }
        #expect(error?.description.hasPrefix("\(tables.path)/labels.csv:\(line): expected ") == true)
    }

    @Test("rows with issues are missing unless they are wanted, and counted anyway")
    func issues() throws {
        try write("CLEAN_House2.csv", issues: [1, 2])
        let dropped = try read(2, ["kettle"])
        #expect(same(dropped.aggregate, [1000, .nan, .nan, 1003, 1004]))
        #expect(same(dropped.appliances["kettle"]!, [80, .nan, .nan, 83, 84]))
        #expect(dropped.preparation.lines.issues == 2)
        let kept = try read(2, ["kettle"], PreparationOptions(fillLimit: 0, dropsIssues: false))
        #expect(kept.aggregate == [1000, 1001, 1002, 1003, 1004])
        #expect(kept.preparation.lines.issues == 2)
    }

    @Test("a raw file without the column Issues is read, and said to be one")
    func raw() throws {
        try write("House_2.csv", issues: nil)
        let data = try read(2, ["kettle"])
        #expect(data.aggregate.count == 5)
        #expect(data.preparation.remarks.map(\.message) == [.noIssues(file: "House_2.csv")])
    }

    @Test("another table, a folder without one and no folder are refused")
    func refused() throws {
        #expect(throws: DatasetError.noTables(folder: tables.path)) { try open() }
        try tables.write("time,power\n1,2\n", to: "CLEAN_House2.csv")
        let error = #expect(throws: DatasetError.self) { try read(2, ["kettle"]) }
        #expect(
            error?.description.contains("CLEAN_House2.csv:1: expected REFIT's header, with a column Aggregate") == true)
        #expect(throws: DatasetError.noFolder(tables.path + "/none")) { try REFIT(directory: tables.path + "/none") }
    }
}
