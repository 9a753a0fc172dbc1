import Foundation
import Runs
import Support
import Testing

@testable import Datasets

/// An excerpt of REFIT, which is too large for the repository.
private let realREFIT = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../../shared/data/refit").standardizedFileURL.path

@Suite(.enabled(if: FileManager.default.fileExists(atPath: realREFIT), "the REFIT excerpt is not beside the package"))
struct RealREFITTests {
    private func read(_ preparation: Preparation) throws -> HouseData {
        try REFIT(directory: realREFIT).read(
            house: 2, appliances: ["fridge", "washing_machine", "dishwasher", "microwave"],
            on: Grid(period: 8, preparation: preparation))
    }

    @Test("house 2 has the lines, the issues and the stuck aggregate that are known of it")
    func known() throws {
        let data = try read(.refit)
        // Two fortnights of lines every 8 s, from 2014-04-19 to 2015-01-17.
        #expect(data.start == 1_397_865_600)
        let lines = data.preparation.meters[0].readings + data.preparation.lines.issues
        #expect(lines == 302_400)
        #expect(data.preparation.lines.repeated == 0 && data.preparation.lines.backward == 0)
        #expect(data.preparation.meters.allSatisfy { $0.glitches == 0 })
        // In January the aggregate sticks for over an hour in 4.7 % of the rows; in 0.77 % at 0 W, which may be its zero.
        let january = 14 * 86400 / 8
        let share = Double(data.preparation.stuckRows) / Double(january)
        #expect(abs(share - 0.0394) < 0.0005)
    }

    @Test("issues are the lines in which the appliances draw more than the aggregate")
    func issues() throws {
        var preparation = Preparation.refit
        preparation.dropsIssues = false
        preparation.stuckLimitS = nil
        #expect(try read(preparation).preparation.rowsBelowSum == read(.refit).preparation.lines.issues)
    }
}
