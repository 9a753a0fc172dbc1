import Foundation
import Runs

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
    /// That of the house's clocks.
    package var zone: TimeZone
    /// Watts, one a row.
    package var aggregate: [Float]
    /// Watts, one a row, by canonical name.
    package var appliances: [String: [Float]]
    /// What was done to the readings.
    package var preparation: PreparedHouse
    /// Why the readings may not be what they are taken for.
    package var doubts: [DataDoubt]
    /// The files that were read, in a fixed order.
    package var files: [DataFile]
}
