import Datasets

extension RunConfiguration {
    /// The preset's settings with the layers over it, each appliance under one name; where none says the period, on that
    /// which the data have readings for.
    package static func settled(_ layers: [ConfigurationLayer], preset: Preset = .demo) throws -> RunConfiguration {
        let asked = try resolve(layers, preset: preset).named(by: Appliances.canonicalName)
        guard asked.period == .auto else { return asked }
        let period = try Dataset.period(of: DatasetRequest(asked))
        return try resolve(layers, preset: preset, period: period).named(by: Appliances.canonicalName)
    }

    /// Seconds between rows, of a configuration that is settled.
    package var periodS: Int {
        guard let seconds = period.seconds else {
            preconditionFailure("the period is settled before the data are read")
        }
        return seconds
    }
}

extension ReaderOptions {
    package init(_ configuration: RunConfiguration) {
        self.init(
            csv: CSVOptions(
                time: configuration.csvTime, aggregate: configuration.csvAggregate,
                appliances: configuration.csvAppliances,
                unit: configuration.csvUnit, meter: configuration.csvMeter, dateOrder: configuration.csvDateOrder,
                decimal: configuration.csvDecimal),
            timeZone: configuration.timeZone, mains: configuration.mains)
    }
}

extension PreparationOptions {
    package init(_ configuration: RunConfiguration) {
        self.init(
            fillLimit: configuration.fillLimit, applianceLimit: configuration.applianceLimit,
            aggregateLimit: configuration.aggregateLimit, stuckLimit: configuration.stuckLimit,
            dropsIssues: configuration.issues == .drop)
    }
}

extension DatasetRequest {
    package init(_ configuration: RunConfiguration, scope: DatasetScope = .all) throws(DatasetError) {
        self.init(
            source: try DataSource(parsing: configuration.data), reading: ReaderOptions(configuration),
            appliances: configuration.appliances, trainHouses: configuration.trainHouses,
            testHouses: configuration.testHouses, from: configuration.from, to: configuration.to,
            split: configuration.split, period: configuration.period.seconds,
            preparation: PreparationOptions(configuration),
            syntheticWindows: configuration.syntheticWindows, seed: configuration.seed, window: configuration.window,
            stride: configuration.stride, ownWindows: Self.ownWindows(configuration), scope: scope)
    }

    /// The windows of appliances that have their own.
    private static func ownWindows(_ configuration: RunConfiguration) -> [String: WindowSize] {
        let names = Set((configuration.windows.entries + configuration.strides.entries).map(\.appliance))
        return Dictionary(
            uniqueKeysWithValues: names.map {
                ($0, WindowSize(length: configuration.window(of: $0), stride: configuration.stride(of: $0)))
            })
    }
}
