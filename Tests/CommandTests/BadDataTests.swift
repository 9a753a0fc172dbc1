import Foundation
import TestSupport
import Testing

@Suite("Bad data")
struct BadDataTests {
    /// What a person may find on a disk.
    struct Damage: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let options: [String]
        let status: Int32
        let words: [String]
        let change: @Sendable (Houses) throws -> Void

        init(
            _ name: String, _ status: Int32, _ words: [String], options: [String] = ["--appliance", "kettle"],
            change: @escaping @Sendable (Houses) throws -> Void
        ) {
            testDescription = name
            self.options = options
            self.status = status
            self.words = words
            self.change = change
        }
    }

    static let damages = [
        Damage("the folder is missing", 66, ["nothing: no such folder"], options: ["--data", "ukdale:nothing"]) { _ in
        },
        Damage(
            "the folder is a house's", 66, ["uk/house_1: this is one house's folder", "above it"],
            options: ["--data", "ukdale:uk/house_1"]
        ) { _ in },
        Damage("the folder is another one", 66, [".: expected folders house_1"], options: ["--data", "ukdale:."]) { _ in
        },
        Damage(
            "a file is given for the folder", 66, ["channel_1.dat: no such folder"],
            options: ["--data", "ukdale:uk/house_1/channel_1.dat"]
        ) { _ in },
        Damage("a channel's file is empty", 65, ["channel_2.dat", "empty file"]) {
            try $0.write("", to: "channel_2.dat")
        },
        Damage("the aggregate's file is missing", 66, ["channel_1.dat: no such file"]) {
            try FileManager.default.removeItem(atPath: $0.path("channel_1.dat"))
        },
        Damage("an appliance's file is missing", 65, ["kettle"]) {
            try FileManager.default.removeItem(atPath: $0.path("channel_2.dat"))
        },
        Damage("the labels are missing", 66, ["labels.dat: no such file"]) {
            try FileManager.default.removeItem(atPath: $0.path("labels.dat"))
        },
        Damage("the last line is cut short", 65, ["channel_2.dat:1200: expected", "got"]) {
            try $0.edit("channel_2.dat") { $0[1199] = String($0[1199].prefix(6)) }
        },
        Damage("a line is no number", 65, ["channel_1.dat:7: expected", "\"many\""]) {
            try $0.edit("channel_1.dat") { $0[6] = "\(Houses.start + 36) many" }
        },
        Damage("a line is not a number", 65, ["channel_1.dat:7: expected", "\"NaN\""]) {
            try $0.edit("channel_1.dat") { $0[6] = "\(Houses.start + 36) NaN" }
        },
        Damage("a line is another format's", 65, ["channel_1.dat:1: expected"]) {
            try $0.edit("channel_1.dat") { $0.insert("Time,Unix,Aggregate", at: 0) }
        },
        Damage("time goes backwards", 65, ["channel_2.dat:9: expected a time after", "earlier"]) {
            try $0.edit("channel_2.dat") { $0[8] = "\(Houses.start - 4000) 0" }
        },
        Damage(
            "no house has the appliance", 65, ["kettles", "did you mean kettle?", "in house 1: fridge, kettle"],
            options: ["--appliance", "kettles"]
        ) { _ in },
        Damage("no appliance is named", 64, ["--appliance", "in house 1: fridge, kettle"], options: []) { _ in },
        Damage(
            "there is no such house", 65, ["there is no house 7; there are 1"],
            options: ["--appliance", "kettle", "--train-houses", "7"]
        ) { _ in },
        Damage(
            "the window is longer than the data", 65, ["a window of 5000 steps is longer", "--window"],
            options: ["--appliance", "kettle", "--window", "5000"]
        ) { _ in },
        Damage(
            "no reading is from the days asked for", 65, ["house_1 has no reading from 2019-01-01", "2015-02-24"],
            options: ["--appliance", "kettle", "--from", "2019-01-01"]
        ) { _ in },
        Damage("the appliance is never on", 65, ["kettle", "2000"]) {
            try $0.edit("channel_2.dat") { lines in lines = lines.map { $0.replacing(" 2400", with: " 300") } }
        },
        Damage("the appliance and the aggregate have no day in common", 65, ["kettle", "window"]) {
            try $0.edit("channel_2.dat") { lines in lines = lines.map { $0.replacing("14247", with: "14347") } }
        },
    ]

    @Test("ends with one clear message, and leaves nothing", arguments: damages)
    func refused(damage: Damage) throws {
        let houses = try Houses()
        try damage.change(houses)
        let outcome = try Program.run(["build", "-q"] + Houses.small + damage.options, in: houses.folder)
        try expectFailure(outcome, status: damage.status, damage.words, in: houses.folder)
        #expect(outcome.errorLines.count == 1, "\(outcome.errors)")
    }
}
