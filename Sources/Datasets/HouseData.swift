/// One house on one regular grid; NaN where a meter has no reading.
///
/// The grid is at multiples of the period in Unix time, and its span is that of the aggregate: an appliance that was
/// metered for a shorter time has NaN around it.
package struct HouseData: Sendable {
    /// `house_1`.
    package var house: String
    /// Unix seconds of the first row.
    package var start: Int
    /// Seconds between rows.
    package var period: Int
    /// Watts, one a row.
    package var aggregate: [Float]
    /// Watts, one a row, by canonical name.
    package var appliances: [String: [Float]]

    package init(
        house: String, start: Int, period: Int, aggregate: [Float], appliances: [String: [Float]]
    ) {
        precondition(
            appliances.values.allSatisfy { $0.count == aggregate.count },
            "every appliance of \(house) needs the aggregate's \(aggregate.count) rows")
        self.house = house
        self.start = start
        self.period = period
        self.aggregate = aggregate
        self.appliances = appliances
    }
}
