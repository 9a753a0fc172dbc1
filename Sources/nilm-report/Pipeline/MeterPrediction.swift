import Datasets
import Files
import Runs

/// Predicts the appliances of a house piece by piece, as a table: time, aggregate, and a prediction and a state an
/// appliance.
struct MeterPrediction {
    /// What is said of one appliance at the end.
    struct Tally {
        var rows = 0
        var onRows = 0
        /// Watts, added up over the rows.
        var sum = 0.0
        var uses: UseCounter
        fileprivate var isAfterGap = true

        init(_ kind: ApplianceKind) { uses = UseCounter(of: kind) }
    }

    /// Rows that are predicted and written at a time.
    private static let piece = 1 << 16

    private let data: HouseData
    private let streams: [ApplianceStream]
    private(set) var tallies: [Tally]

    /// `data` on the grid of the models' period.
    init(_ data: HouseData, streams: [ApplianceStream]) {
        self.data = data
        self.streams = streams
        tallies = streams.map { Tally($0.kind) }
    }

    /// Predicts all rows and calls `write` with the bytes of the table, in order.
    mutating func run(write: ([UInt8]) throws -> Void) throws {
        var table = CSVWriter(
            header: ["time", "aggregate"] + streams.flatMap { [$0.appliance + "_prediction", $0.appliance + "_on"] })
        var done = 0
        for first in stride(from: 0, to: data.aggregate.count, by: Self.piece) {
            let rows = Array(data.aggregate[first..<min(first + Self.piece, data.aggregate.count)])
            for stream in streams { stream.append(rows) }
            try add(settledRowsFrom: &done, to: &table)
            try write(table.takeBytes())
        }
        for stream in streams { stream.finish() }
        try add(settledRowsFrom: &done, to: &table)
        try write(table.takeBytes())
        for index in tallies.indices { tallies[index].uses.finish() }
        precondition(done == data.aggregate.count, "every row has a prediction or none, \(done) were settled")
    }

    private mutating func add(settledRowsFrom done: inout Int, to table: inout CSVWriter) throws {
        let count = streams.map(\.settled.count).min() ?? 0
        let predictions = streams.map { $0.take(count) }
        for row in 0..<count {
            let aggregate = data.aggregate[done + row]
            table.integer(data.start + (done + row) * data.period)
            table.real(aggregate.isNaN ? nil : aggregate)
            for (index, stream) in streams.enumerated() {
                let watts = predictions[index][row]
                guard !watts.isNaN else {
                    table.real(nil as Float?)
                    table.text("")
                    tallies[index].isAfterGap = true
                    continue
                }
                guard watts <= EvaluationStage.mostWatts else {
                    throw EvaluationStage.broken(stream.appliance, got: "\(watts) W")
                }
                let isOn = watts >= stream.kind.onThreshold
                table.real(watts)
                table.integer(isOn ? 1 : 0)
                tallies[index].add(watts, isOn: isOn, time: data.start + (done + row) * data.period)
            }
            table.endRow()
        }
        done += count
    }

    /// What was predicted, a sentence an appliance.
    var sentences: [String] {
        zip(streams, tallies).map { stream, tally in
            let days = Double(tally.rows * data.period) / 86_400
            let hours = Text.significant(Double(tally.onRows * data.period) / 3600)
            let energy = Text.significant(tally.sum * Double(data.period) / 3.6e6)
            let uses = Text.significant(days > 0 ? Double(tally.uses.count) / days : 0)
            let threshold = Text.significant(Double(stream.kind.onThreshold))
            let predicted = "\(tally.rows) of \(data.aggregate.count) rows, \(Text.significant(days)) days"
            return
                "\(stream.appliance): \(energy) kWh in what was predicted (\(predicted)); on from \(threshold) W for "
                + "\(hours) h, \(uses) uses a day"
        }
    }

    /// `12960 rows every 6 s from 2015-02-23T00:00:00Z to ...`
    var span: String {
        let end = data.start + data.aggregate.count * data.period
        let missing = data.aggregate.count { $0.isNaN }
        return "\(data.aggregate.count) rows every \(data.period) s from \(UTCTime(seconds: data.start).iso8601) to "
            + "\(UTCTime(seconds: end).iso8601), \(missing) without a reading"
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
