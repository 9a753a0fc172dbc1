import Foundation
import TestSupport

/// Made-up houses in UK-DALE's layout in the folder `uk`: two hours of an aggregate, a kettle and a fridge every 6 s.
struct Houses {
    let folder: TemporaryFolder

    /// Options of a small run on them, behind which others may change them.
    static let small = [
        "--preset", "real", "--data", "ukdale:uk", "--width", "8", "--heads", "2", "--depth", "1", "--window", "32",
        "--epochs", "1", "--epoch-windows", "64",
    ]

    static let start = 1_424_736_000
    private static let rows = 1200

    init(_ houses: [Int] = [1]) throws {
        folder = try TemporaryFolder()
        for house in houses { try write(house) }
    }

    /// The path of a file of a house.
    func path(_ name: String, house: Int = 1) -> String { folder("uk/house_\(house)/\(name)") }

    /// Replaces a file's text by what `change` makes of its lines.
    func edit(_ name: String, house: Int = 1, _ change: (inout [String]) -> Void) throws {
        let text = try String(contentsOfFile: path(name, house: house), encoding: .utf8)
        var lines = text.split(separator: "\n").map(String.init)
        change(&lines)
        try write(lines.map { $0 + "\n" }.joined(), to: name, house: house)
    }

    func write(_ text: String, to name: String, house: Int = 1) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path(name, house: house)))
    }

    private func write(_ house: Int) throws {
        try FileManager.default.createDirectory(atPath: path("", house: house), withIntermediateDirectories: true)
        try write("1 aggregate\n2 kettle\n3 fridge\n", to: "labels.dat", house: house)
        var channels = ["", "", ""]
        for row in 0..<Self.rows {
            // The houses differ in when; the rest of the house draws 150 W and a little that varies.
            let kettle = (row + 7 * house) % 100 < 20 ? 2400 : 0
            let fridge = row % 60 < 30 ? 90 + row % 7 : 0
            let powers = [kettle + fridge + 150 + (row * 37 + 11 * house) % 23, kettle, fridge]
            for channel in channels.indices { channels[channel] += "\(Self.start + 6 * row) \(powers[channel])\n" }
        }
        for (index, text) in channels.enumerated() { try write(text, to: "channel_\(index + 1).dat", house: house) }
    }
}
