import Foundation
import Runs
import Support
import TestSupport
import Testing

@testable import Datasets

@Suite("Synthetic data in files") struct SyntheticFilesTests {
    private let folder: TemporaryFolder
    private let expected: [Segment]

    init() throws {
        folder = try TemporaryFolder()
        expected = try SyntheticPulses(length: 200).windows(5, from: 0, seed: SyntheticPulses.seed(3, for: "file"))
    }

    private func files() throws -> SyntheticFiles {
        try SyntheticFiles(windows: 5, length: 200, period: 6, start: 1_424_734_800, seed: 3)
    }

    @Test("a table is read back bit for bit")
    func csv() throws {
        try files().writeCSV(to: folder("synthetic.csv"))
        let reader = try #require(try DataSource.measured(.csv, path: folder("synthetic.csv")).open())
        let data = try reader.read(
            house: 1, appliances: [SyntheticPulses.appliance], on: Grid(period: 6, preparation: reader.preparation))
        #expect(data.start == 1_424_734_800)
        #expect(data.aggregate == expected.flatMap(\.aggregate))
        #expect(data.appliances[SyntheticPulses.appliance] == expected.flatMap(\.truth))
        #expect(data.preparation.remarks.isEmpty)
        #expect(try folder.names() == ["synthetic.csv"])
    }

    @Test("UK-DALE's layout is read back in whole watts")
    func ukdale() throws {
        try files().writeUKDALE(to: folder.path)
        let reader = try #require(try DataSource.measured(.ukdale, path: folder.path).open())
        #expect(reader.houses == [1])
        #expect(reader.appliances(of: 1) == [SyntheticPulses.appliance])
        let data = try reader.read(
            house: 1, appliances: [SyntheticPulses.appliance], on: Grid(period: 6, preparation: reader.preparation))
        #expect(data.aggregate == expected.flatMap(\.aggregate).map { $0.rounded() })
        #expect(data.appliances[SyntheticPulses.appliance] == expected.flatMap(\.truth))
        let channel = try String(contentsOfFile: folder("house_1/channel_2.dat"), encoding: .utf8)
        #expect(channel.hasPrefix("1424734800 "))
        #expect(channel.split(separator: "\n").count == 1000)
    }

    @Test("a folder that cannot be made is an error")
    func unwritable() throws {
        try Data().write(to: URL(fileURLWithPath: folder("file")))
        #expect(throws: (any Error).self) { try files().writeUKDALE(to: folder("file")) }
    }
}
