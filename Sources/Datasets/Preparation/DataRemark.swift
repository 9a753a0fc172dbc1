import Support

/// What a reader of a report should know of how a house's data, or a table of predictions, were read.
package enum DataRemark: Message, Equatable {
    /// UK-DALE: the whole house is measured in VA, and whether there is a file of its active power.
    case apparentAggregate(mainsFile: String?)
    /// REFIT: the file does not mark what is wrong.
    case noIssues(file: String)
    case unitsTakenForWatts
    case registers(columns: [String])
    case intervals(columns: [String])
    case onlyLinesOf(String, column: String)
    case unused(columns: [String])
    /// Predictions.
    case averaged(lines: Int, of: Int, periodS: Int)
    case withoutLine(periods: Int, of: Int)
    case notLater(lines: Int)

    package enum Name: CaseIterable {
        case apparentAggregate, noIssues, unitsTakenForWatts, registers, intervals, onlyLinesOf, unused, averaged
        case withoutLine, notLater
    }

    package var name: Name {
        switch self {
        case .apparentAggregate: .apparentAggregate
        case .noIssues: .noIssues
        case .unitsTakenForWatts: .unitsTakenForWatts
        case .registers: .registers
        case .intervals: .intervals
        case .onlyLinesOf: .onlyLinesOf
        case .unused: .unused
        case .averaged: .averaged
        case .withoutLine: .withoutLine
        case .notLater: .notLater
        }
    }

    package static func samples(of name: Name) -> [DataRemark] {
        switch name {
        case .apparentAggregate: ["mains.dat", nil].map { .apparentAggregate(mainsFile: $0) }
        case .noIssues: [.noIssues(file: "House_2.csv")]
        case .unitsTakenForWatts: [.unitsTakenForWatts]
        case .registers: [["column total"], ["column total", "column 3"]].map { .registers(columns: $0) }
        case .intervals: [["column total"], ["column total", "column 3"]].map { .intervals(columns: $0) }
        case .onlyLinesOf: [.onlyLinesOf("sensor.total_power", column: "column entity_id")]
        case .unused: [["voltage"], ["voltage", "frequency"]].map { .unused(columns: $0) }
        case .averaged: [.averaged(lines: 12, of: 340, periodS: 60)]
        case .withoutLine: [.withoutLine(periods: 12, of: 340)]
        case .notLater: [.notLater(lines: 12)]
        }
    }

    package var text: String {
        switch self {
        case .apparentAggregate(let file):
            "The aggregate is apparent power (VA), the plugs' is active power (W)."
                + (file.map { " \($0) has active power, and is not used: choose it with --mains file." } ?? "")
        case .noIssues(let file): "\(file) has no column Issues: it is not of the cleaned release."
        case .unitsTakenForWatts: "Columns whose names have no unit are taken for watts."
        case .registers(let columns):
            "Powers are the differences of the registers in \(columns.joined(separator: ", "))."
        case .intervals(let columns): "Powers are the energies of each line in \(columns.joined(separator: ", "))."
        case .onlyLinesOf(let value, let column): "Only the lines of \(value) in \(column) were read."
        case .unused(let columns): "Columns that are not used: \(columns.joined(separator: ", "))."
        case .averaged(let lines, let all, let period):
            "\(lines) of \(all) lines fall into the same period of \(period) s as the line before: their powers were "
                + "averaged."
        case .withoutLine(let periods, let all): "\(periods) of \(all) periods have no line: nothing was filled in."
        case .notLater(let lines): "\(lines) lines that were not later than the line before were left out."
        }
    }
}
