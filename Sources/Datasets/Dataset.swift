import Runs
import Support

/// The data of a run: segments of every appliance for training, validation and test, and where they come from.
package struct Dataset: Sendable {
    /// In the order asked for.
    package var appliances: [ApplianceData]
    /// Seconds between rows.
    package var period: Int
    /// IANA name of the zone that times are shown in; nil where there is no clock.
    package var timeZone: String?
    /// Over the sha256 of the files, one a line, in order; for synthetic data over the samples (aggregate, then truth
    /// of each window, as little-endian Float).
    package var sha256: String
    /// Empty for synthetic data.
    package var files: [DataFile]
    /// What was done to the readings, per house; empty for synthetic data.
    package var houses: [PreparedHouse]
    /// Why the readings may not be what they are taken for.
    package var doubts: [DataDoubt]
    /// Appliances with the houses that were named and don't have them, in the order of the appliances.
    package var withoutAppliance: [(appliance: String, houses: [String])] = []

    /// Reads or makes the data. When it returns, every part that was asked for has at least one window of every appliance.
    package static func load(_ request: DatasetRequest) throws(DatasetError) -> Dataset {
        let sizes = [WindowSize(length: request.window, stride: request.stride)] + request.ownWindows.values
        for size in sizes where size.length < 1 || size.stride < 1 || size.stride > size.length {
            throw .window(length: size.length, stride: size.stride)
        }
        let reader = try request.source.open(request.reading)
        let dataset = if let reader { try houses(reader, request) } else { try synthetic(request) }
        for appliance in dataset.appliances { try dataset.check(appliance, request) }
        return dataset
    }

    /// Refuses data without a window in some part.
    private func check(_ data: ApplianceData, _ request: DatasetRequest) throws(DatasetError) {
        let size = request.windows(of: data.appliance)
        for part in request.scope.parts {
            let longest = data[part].flatMap(\.runs).map(\.count).max() ?? 0
            guard longest >= size.length else {
                throw .windowTooLong(
                    window: size.length, part: part, appliance: data.appliance, longest: longest,
                    lost: lostRows(of: data.appliance))
            }
        }
        guard request.scope == .all else { return }
        guard Windows(of: data.train, length: size.length, stride: size.stride).count > 0 else {
            throw .noTrainingWindow(window: size.length, stride: size.stride, appliance: data.appliance)
        }
    }

    /// The rules of preparation that took a hundredth of the rows or more of the aggregate or an appliance, with their
    /// settings.
    private func lostRows(of appliance: String) -> [String] {
        houses.flatMap { house in
            var lost: [String] = []
            if house.stuckRows * 100 > house.meters[0].rows {
                lost.append(
                    "in \(house.house) \(house.stuckRows) of \(house.meters[0].rows) rows are taken for stuck (--stuck-limit)"
                )
            }
            for meter in house.meters where meter.meter == appliance || meter.meter == PreparedMeter.aggregateName {
                let setting = meter.meter == appliance ? "--appliance-limit" : "--aggregate-limit"
                if meter.glitches * 100 > meter.readings {
                    lost.append(
                        "\(meter.glitches) of \(meter.readings) readings of \(meter.meter) in \(house.house) are beyond its "
                            + "limit (\(setting))")
                }
                if meter.gaps > 0, meter.missing * 100 > meter.rows, house.stuckRows < meter.missing {
                    lost.append(
                        "\(meter.missing) of \(meter.rows) rows of \(meter.meter) in \(house.house) are missing, in "
                            + "\(meter.gaps) gaps (--fill-limit)")
                }
            }
            return lost
        }
    }
}
