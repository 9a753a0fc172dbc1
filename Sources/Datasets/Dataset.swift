import Files

/// The data of a run: stretches of every appliance for training, validation and test, and where they come from.
package struct Dataset: Sendable {
    /// One file that was read.
    package struct SourceFile: Equatable, Sendable {
        package var path: String
        package var bytes: Int
        package var sha256: String
    }

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
    package var files: [SourceFile]
    /// What was done to the readings, a house each; empty for synthetic data.
    package var preparation: [HousePreparation]

    /// Reads or makes the data. When it returns, every part of every appliance has at least one window.
    package static func load(_ request: DatasetRequest) throws(DatasetError) -> Dataset {
        guard request.window > 0, (1...request.window).contains(request.stride) else {
            throw .window(length: request.window, stride: request.stride)
        }
        let reader = try request.source.open(request.reading)
        let dataset = if let reader { try houses(reader, request) } else { try synthetic(request) }
        for appliance in dataset.appliances { try check(appliance, request) }
        return dataset
    }

    /// Refuses data without a window in some part.
    private static func check(_ data: ApplianceData, _ request: DatasetRequest) throws(DatasetError) {
        for part in Part.allCases {
            let longest = data[part].flatMap(\.runs).map(\.count).max() ?? 0
            guard longest >= request.window else {
                throw .windowTooLong(
                    window: request.window, part: part, appliance: data.appliance, longest: longest)
            }
        }
        guard Windows(of: data.train, length: request.window, stride: request.stride).count > 0 else {
            throw .noTrainingWindow(window: request.window, stride: request.stride, appliance: data.appliance)
        }
    }
}
