import Datasets
import Runs
import Scoring
import Support

/// What models predict of a house without ground truth, as a table: time, aggregate, and a prediction and a state an
/// appliance.
struct MeterPrediction {
    /// What is said of one appliance at the end.
    struct Tally {
        var rows = 0
        var onRows = 0
        /// Watts, added up over the rows.
        var sum = 0.0
        var uses: ActivationCounter
        fileprivate var isAfterGap = true

        init(_ kind: ApplianceKind) { uses = ActivationCounter(of: kind) }
    }

    /// Rows that are written at a time.
    private static let piece = 1 << 16

    private let house: Segment
    /// What each appliance is, and when it counts as on.
    private let kinds: [ApplianceKind]
    private let parts: [HouseLevels.Part]
    private(set) var tallies: [Tally]

    /// `parts` has the predictions of `house`, in the order of `kinds`.
    init(_ house: Segment, parts: [HouseLevels.Part], kinds: [ApplianceKind]) {
        self.house = house
        self.kinds = kinds
        self.parts = parts
        tallies = kinds.map(Tally.init)
    }

    /// Calls `write` with the bytes of the table, in order.
    mutating func run(write: ([UInt8]) throws -> Void) throws {
        var table = CSVWriter(
            header: ["time", "aggregate"] + kinds.flatMap { [$0.name + "_prediction", $0.name + "_on"] })
        for first in stride(from: 0, to: house.rows, by: Self.piece) {
            for row in first..<min(first + Self.piece, house.rows) { add(row, to: &table) }
            try write(table.takeBytes())
        }
        for index in tallies.indices { tallies[index].uses.finish() }
    }

    private mutating func add(_ row: Int, to table: inout CSVWriter) {
        let (aggregate, time) = (house.aggregate[row], house.start + row * house.period)
        table.integer(time)
        table.real(aggregate.isNaN ? nil : aggregate)
        for (index, part) in parts.enumerated() {
            let watts = part.predictions[0][row]
            guard !watts.isNaN else {
                table.real(nil as Float?)
                table.text("")
                tallies[index].isAfterGap = true
                continue
            }
            let isOn = watts >= kinds[index].onThreshold
            table.real(watts)
            table.integer(isOn ? 1 : 0)
            tallies[index].add(watts, isOn: isOn, time: time)
        }
        table.endRow()
    }

    /// What was predicted, a sentence an appliance and a level found.
    var sentences: [String] {
        zip(zip(kinds, parts), tallies).flatMap { known, tally in
            let (kind, part) = known
            let days = Double(tally.rows * house.period) / 86_400
            let hours = Text.significant(Double(tally.onRows * house.period) / 3600)
            let energy = Text.significant(tally.sum * Double(house.period) / 3.6e6)
            let uses = Text.significant(days > 0 ? Double(tally.uses.count) / days : 0)
            let threshold = Text.significant(Double(kind.onThreshold))
            let predicted = "\(tally.rows) of \(house.rows) rows, \(Text.significant(days)) days"
            let levels = part.levels.filter(\.isUsed).map { level in
                "\(kind.name): predicted at the power found in this house, \(Text.significant(level.levelW)) W, in place "
                    + "of the \(Text.significant(level.learntW)) W learnt; --house-levels learnt leaves it"
            }
            return [
                "\(kind.name): \(energy) kWh in what was predicted (\(predicted)); on from \(threshold) W for "
                    + "\(hours) h, \(uses) activations per day"
            ] + levels
        }
    }

    /// `12960 rows every 6 s from 2015-02-23T00:00:00Z to ...`
    static func span(of house: Segment) -> String {
        let missing = house.aggregate.count { $0.isNaN }
        return "\(house.rows) rows every \(house.period) s from \(UTCTime(seconds: house.start).iso8601) to "
            + "\(UTCTime(seconds: house.end).iso8601), \(missing) without a reading"
    }
}

extension MeterPrediction.Tally {
    fileprivate mutating func add(_ watts: Float, isOn: Bool, time: Int) {
        rows += 1
        onRows += isOn ? 1 : 0
        uses.add(time: time, power: Double(watts), isAfterGap: isAfterGap)
        isAfterGap = false
        sum += Double(watts)
    }
}
