/// The model's error and energies in one hour of the day, over all scored days and houses.
package struct HourScore: Codable, Equatable, Sendable {
    /// 0 to 23, on the clocks of the data set's zone; a sample belongs to the hour of its first second.
    package var hour: Int
    /// Scored samples.
    package var n: Int
    /// nil without a sample.
    @Nullable package var maeW: Double?
    package var truthKwh: Double
    package var predictionKwh: Double

    package init(hour: Int, n: Int, maeW: Double?, truthKwh: Double, predictionKwh: Double) {
        self.hour = hour
        self.n = n
        self.maeW = maeW
        self.truthKwh = truthKwh
        self.predictionKwh = predictionKwh
    }
}

/// The model's error and energies on one local day of one house, over the samples that were scored.
package struct DayScore: Codable, Equatable, Sendable {
    package var house: String
    /// `2015-03-29`, on the calendar of the data set's zone.
    package var date: String
    /// Scored samples.
    package var n: Int
    package var maeW: Double
    package var truthKwh: Double
    package var predictionKwh: Double

    package init(house: String, date: String, n: Int, maeW: Double, truthKwh: Double, predictionKwh: Double) {
        self.house = house
        self.date = date
        self.n = n
        self.maeW = maeW
        self.truthKwh = truthKwh
        self.predictionKwh = predictionKwh
    }
}
