import Foundation
import Runs
import Support

/// Another program's predictions: a CSV file with a line a time; columns of times, of the whole house's power, and of
/// each appliance's truth and prediction (`kettle_truth`, `kettle_prediction`).
///
/// The file may have every form that ``CSVMeter`` reads. A line belongs to the period that it falls into; nothing is
/// filled in, and no power is changed.
package struct PredictionTable {
    /// What was read.
    package struct Content {
        /// Seconds between rows.
        package var period: Int
        /// One segment an appliance, in its test part (of training data: in its training part).
        package var appliances: [ApplianceData]
        /// Watts, one a row of the segment, NaN where there is none; empty for training data.
        package var predictions: [[Float]]
        package var file: DataFile
        package var timeZone: String
        /// What a reader of the report should know, and why the readings may not be what they are taken for.
        package var remarks: [DataRemark]
        package var doubts: [DataDoubt]
    }

    /// Watts: what is more is no power of a house, and a prediction that says so was not made by a model that works.
    private static let mostWatts = 1e9

    private let table: CSVTable
    private let columns: PredictionColumns
    private let options: PredictionOptions

    /// - Parameter hasPredictions: whether every appliance must have a prediction beside its truth; a table of training
    ///   data has none that are read.
    package init(file: String, options: PredictionOptions, hasPredictions: Bool = true) throws(DatasetError) {
        table = try CSVTable(file: file, options: options.csv, zone: options.timeZone)
        columns = try PredictionColumns(table, options, hasPredictions: hasPredictions)
        self.options = options
    }

    /// The canonical names of the appliances that it has predictions of.
    package var appliances: [String] { columns.appliances.map(\.name) }

    /// Reads the file on a grid of `period` seconds; nil for the usual time between its lines.
    package func read(period: Int?) throws(DatasetError) -> Content {
        var meters = try table.aggregate(columns.aggregate)
        for appliance in columns.appliances {
            meters.append(try table.meter(Self.truth(appliance.name), appliance.truth))
            guard let column = appliance.prediction else { continue }
            meters.append(try table.meter(Self.prediction(appliance.name), column))
        }
        let read = try table.meters(meters)
        let period = try self.period(of: read, asked: period)
        let asItIs = Preparation(
            fillLimitS: 0, applianceLimitW: Self.mostWatts, aggregateLimitW: Self.mostWatts, stuckLimitS: nil)
        let grid = Grid(period: period, preparation: asItIs)
        // Without a sampling of the meters: every line counts as it stands.
        var rows = try read.read(house: options.house, on: grid, [])
        let file = rows.files[0]
        var house = try rows.onGrid(grid, clock: LocalClock(zone: table.times.zone))
        if let meter = house.preparation.meters.first(where: { $0.glitches > 0 }) {
            throw .predictionColumns(
                file: table.head.path,
                problem: "\(meter.sources[0]) has \(meter.glitches) powers of more than "
                    + "\(MessageNumber.plain(Self.mostWatts)) W, which no house draws")
        }
        var content = Content(
            period: period, appliances: [], predictions: [], file: file, timeZone: table.times.zone.identifier,
            remarks: Self.remarks(on: house.preparation, period: period), doubts: house.doubts)
        for appliance in columns.appliances {
            // A meter without a reading has no rows.
            let none = [Float](repeating: .nan, count: house.aggregate.count)
            let truth = house.appliances.removeValue(forKey: Self.truth(appliance.name)) ?? none
            let segment = Segment(
                house: options.house, start: house.start, period: period, zone: house.zone, aggregate: house.aggregate,
                truth: truth)
            if let largest = segment.truth.lazy.filter({ !$0.isNaN }).max() {
                content.doubts += [
                    HouseSize.doubt(Appliances.kind(named: appliance.name), in: options.house, to: largest)
                ].compactMap { $0 }
            }
            guard appliance.prediction != nil else {
                content.appliances.append(ApplianceData(appliance: appliance.name, train: [segment]))
                continue
            }
            let prediction = house.appliances.removeValue(forKey: Self.prediction(appliance.name)) ?? none
            guard !segment.runs.joined().allSatisfy({ prediction[$0].isNaN }) else {
                throw .predictionColumns(
                    file: table.head.path,
                    problem: "no line has the aggregate, truth and prediction of \(appliance.name) all three")
            }
            content.appliances.append(ApplianceData(appliance: appliance.name, test: [segment]))
            content.predictions.append(prediction)
        }
        return content
    }

    /// The period asked for, or else the usual time between lines: the other program's own grid, which is not rounded.
    private func period(of meters: TableMeters, asked: Int?) throws(DatasetError) -> Int {
        let sampling = meters.sampling(house: options.house, days: 0..<ReadingLine.latestSecond)
        if let asked {
            guard (1...86400).contains(asked) else { throw .period(asked) }
            // A truth may be known at few times only.
            try [sampling[0]].check(period: asked)
            return asked
        }
        guard let usual = sampling[0].sampling?.interval else {
            // A line that can't be read says more than that there are too few.
            _ = try meters.read(
                house: options.house, on: Grid(period: 3600, preparation: Preparation(fillLimitS: 0)), [])
            throw .line(
                file: table.head.path, line: table.head.rowLine,
                expected: "two lines of readings at most two hours apart",
                got: "none", advice: "the sampling period can't be told from them: say it with --period")
        }
        return usual
    }

    private static func truth(_ appliance: String) -> String { appliance + " truth" }
    private static func prediction(_ appliance: String) -> String { appliance + " prediction" }

    /// What was not as in an even table.
    private static func remarks(on preparation: PreparedHouse, period: Int) -> [DataRemark] {
        var remarks: [DataRemark] = []
        let aggregate = preparation.meters[0]
        let shared = aggregate.readings - (aggregate.rows - aggregate.missing)
        if shared > 0 {
            remarks.append(.averaged(lines: shared, of: aggregate.readings, periodS: period))
        }
        if aggregate.missing > 0 {
            remarks.append(.withoutLine(periods: aggregate.missing, of: aggregate.rows))
        }
        let early = preparation.lines.repeated + preparation.lines.backward
        if early > 0 { remarks.append(.notLater(lines: early)) }
        return remarks
    }
}
