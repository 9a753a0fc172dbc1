import Configuration
import Datasets
import Pages
import Runs
import Support

extension AskedData {
    init(_ configuration: RunConfiguration, isSynthetic: Bool) {
        self.init(
            from: configuration.from, to: configuration.to, split: isSynthetic ? [] : configuration.split,
            trainHouses: configuration.trainHouses, testHouses: configuration.testHouses)
    }
}

extension PreparedHouse {
    init(_ house: HousePreparation, periodS: Int) {
        self.init(
            house: house.house, start: house.start, end: house.end,
            meters: house.meters.map {
                PreparedMeter(
                    meter: $0.meter, sources: $0.sources, quantity: $0.quantity.rawValue, samplingS: $0.sampling,
                    readings: $0.readings, glitches: $0.outOfRange, rows: $0.rows, filled: $0.filled,
                    missing: $0.missing, gaps: $0.gaps, longestGapS: $0.longestGap * periodS, rowsOn: $0.rowsOn,
                    rowsOverAggregate: $0.rowsOverAggregate, fillLimitS: $0.fillLimit)
            }, stuckRows: house.stuckRows, stuckSpans: house.stuckSpans, rowsBelowSum: house.rowsBelowSum,
            lines: TableLines(house.lines), limits: PreparationLimits(house.settings),
            remarks: house.remarks.map { Said($0) },
            aggregateSha256: house.aggregateHash)
    }
}

extension LeakageCheck {
    /// Of all appliances, by the windows that they are trained and scored with.
    init(_ dataset: Dataset, _ configuration: RunConfiguration) {
        let leakage = Leakage.all(
            dataset.appliances.map { data in
                let window = configuration.window(of: data.appliance)
                return Leakage(
                    of: data, length: window, stride: configuration.stride(of: data.appliance),
                    coveringStride: Windows.coveringStride(for: window))
            })
        self.init(
            sharedRows: leakage.sharedRows, sharedHouses: leakage.sharedHouses, distanceS: leakage.distance,
            copies: leakage.copies.map { CopiedHouse(scored: $0.scored, learnt: $0.learnt, rows: $0.rows) })
    }
}
