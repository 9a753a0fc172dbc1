/// A stretch of power as it is scored.
package struct Signal: Equatable, Sendable {
    /// One a sample, in watts, and whether it counts as on.
    package var watts: [Double]
    package var isOn: [Bool]
    /// Unix seconds at which the appliance is switched on, in time order.
    package var events: [Int]
}
