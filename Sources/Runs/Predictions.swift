import Files

/// data/predictions.csv: one row a scored sample, in watts; times are Unix seconds.
package enum Predictions {
    package static let name = "data/predictions.csv"

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
    package static func decode(
        _ bytes: [UInt8], path: String, periodS: Int
    ) throws(CSVError) -> [PredictionSeries] {
        precondition(periodS > 0, "the period must be positive, got \(periodS)")
        var reader = try CSVReader(bytes: bytes, path: path, header: header)
        var series: [PredictionSeries] = []
        var current = Run(appliance: "", house: "", start: 0)
        while !reader.isAtEnd {
            let appliance = try reader.text()
            let house = try reader.text()
            let time = try reader.integer()
            let aggregate = try reader.float()
            let truth = try reader.optionalFloat()
            let prediction = try reader.float()
            try reader.endRow()
            if !current.continues(appliance, house, time, hasTruth: truth != nil, periodS: periodS) {
                if let done = current.series(periodS: periodS) { series.append(done) }
                current = Run(appliance: appliance, house: house, start: time)
            }
            current.aggregateW.append(aggregate)
            if let truth { current.truthW.append(truth) }
            current.predictionW.append(prediction)
        }
        if let done = current.series(periodS: periodS) { series.append(done) }
        return series
    }

    /// The series that is being read.
    private struct Run {
        var appliance: String
        var house: String
        var start: Int
        var aggregateW: [Float] = []
        var truthW: [Float] = []
        var predictionW: [Float] = []

        func continues(_ appliance: String, _ house: String, _ time: Int, hasTruth: Bool, periodS: Int) -> Bool {
            time.subtractingReportingOverflow(start) == (predictionW.count * periodS, false)
                && !predictionW.isEmpty && hasTruth == !truthW.isEmpty && appliance == self.appliance
                && house == self.house
        }

        func series(periodS: Int) -> PredictionSeries? {
            if predictionW.isEmpty { return nil }
            return PredictionSeries(
                appliance: appliance, house: house, start: start, periodS: periodS, aggregateW: aggregateW,
                truthW: truthW.isEmpty ? nil : truthW, predictionW: predictionW)
        }
    }
}
