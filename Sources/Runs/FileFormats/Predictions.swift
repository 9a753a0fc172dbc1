import Support

/// data/predictions.csv: one row a scored sample, in watts; times are Unix seconds.
package enum Predictions {
    package static let name = "data/predictions.csv"

    /// Appliances times houses: ten appliances of a thousand houses.
    static let mostMeters = 10_000

    private static let header = ["appliance", "house", "time", "aggregate_w", "truth_w", "prediction_w"]

    /// Without ground truth the field is empty.
    package static func bytes(of series: [PredictionSeries]) -> [UInt8] {
        var writer = CSVWriter(header: header)
        for part in series {
            for index in part.predictionW.indices {
                writer.text(part.appliance)
                writer.text(part.house)
                writer.integer(part.start + index * part.periodS)
                writer.real(part.aggregateW[index])
                writer.real(part.truthW?[index])
                writer.real(part.predictionW[index])
                writer.endRow()
            }
        }
        return writer.bytes
    }

    package static func read(path: String, periodS: Int) throws(CSVError) -> [PredictionSeries] {
        let bytes: [UInt8]
        do throws(FileError) { bytes = try FileReader.bytes(of: path) } catch { throw .file(error) }
        return try decode(bytes, path: path, periodS: periodS)
    }

    /// Reads bytes in memory: rows that follow each other at `periodS` seconds, of one appliance and house and all with
    /// or all without truth, become one series.
    ///
    /// - Parameter leastBytes: of one thread's share; less is sooner read by one.
    package static func decode(
        _ bytes: [UInt8], path: String, periodS: Int, leastBytes: Int = 1 << 21
    ) throws(CSVError) -> [PredictionSeries] {
        precondition(periodS > 0, "the period must be positive, got \(periodS)")
        let reader = try CSVReader(bytes: bytes, path: path, header: header)
        let runs: [[PredictionSeries]]
        do throws(CSVError) {
            let pieces = reader.pieces(leastBytes: leastBytes)
            runs = try concurrentMap(pieces.count) { index throws(CSVError) in
                try self.runs(pieces[index], periodS: periodS)
            }
        } catch {
            // Only who reads all of it knows the line.
            runs = [try self.runs(reader, periodS: periodS)]
        }
        let meters = Set(runs.joined().lazy.map(\.meter))
        guard meters.count <= mostMeters else {
            throw .tooMany(
                path: path, what: "pairs of an appliance and a house", count: meters.count, most: mostMeters)
        }
        return Array(runs.joined()).joinedNeighbours
    }

    private static func runs(_ rows: CSVReader, periodS: Int) throws(CSVError) -> [PredictionSeries] {
        var reader = rows
        var runs: [PredictionSeries] = []
        while !reader.isAtEnd {
            let appliance = try reader.text()
            let house = try reader.text()
            let time = try reader.integer(in: UTCTime.years1970To9999)
            let aggregate = try reader.float()
            let truth = try reader.optionalFloat()
            let prediction = try reader.float()
            try reader.endRow()
            if runs.last?.continues(appliance, house, time, hasTruth: truth != nil) != true {
                runs.append(
                    PredictionSeries(
                        appliance: appliance, house: house, start: time, periodS: periodS, aggregateW: [],
                        truthW: truth == nil ? nil : [], predictionW: []))
            }
            runs[runs.count - 1].append(aggregate, truth, prediction)
        }
        return runs
    }
}
